import type { DeliveryCheck, DeliveryView } from '@karez/contracts-exchange';
import { FieldRefusal, palette, StateGlyph } from '@karez/web-ui';
import { Input } from 'antd';
import { Section } from './section.js';

const words: Readonly<Record<DeliveryCheck['kind'], readonly [passed: string, failed: string]>> = {
  seal: ['电子印章有效', '电子印章无效'],
  signature: ['单位签名有效', '单位签名无效'],
  digest: ['正文与封装时一致', '正文与封装时不一致'],
};

/** The checks before signing have passed, all of them: only then a seal is drawn. */
export const verified = ({ checks }: Pick<DeliveryView, 'checks'>): boolean => checks.length > 0 && checks.every(({ passed }) => passed);

interface ChecksSectionProps {
  view: DeliveryView;
  level: 2 | 3;
  incomingNumber: string;
  onIncomingNumber: (number: string) => void;
}

/** Seal, signature, digest; and the one thing the recipient may add when signing for it. */
export function ChecksSection({ view, level, incomingNumber, onIncomingNumber }: ChecksSectionProps) {
  const { checks, acts } = view;
  // the recipient's node checks what comes in; its word to the sender is the receipt
  if (view.side === 'sender' && checks.length === 0) return null;
  const passed = verified(view);
  const signs = acts.some(({ act, reason }) => act === 'sign' && !reason);
  const failed = checks.filter(({ passed: ok }) => !ok).map(({ kind }) => words[kind][1]);
  const summary = checks.length === 0 ? '核验：还没有结果' : passed ? '印章、签名、正文摘要均核验通过' : failed.join('，');
  const look = passed ? ({ glyph: 'full', color: palette.green } as const) : ({ glyph: 'barred', color: palette.plum } as const);
  return (
    <Section
      level={level}
      title={view.state === 'delivered' ? '签收前核验' : '核验'}
      summary={summary}
      {...(checks.length > 0 && { look })}
    >
      {checks.length === 0 && <p className="kz-secondary">送达时核验印章、签名和摘要，还没有结果。</p>}
      <ul className="ex-checks">
        {checks.map((check) => (
          <Check key={check.kind} {...check} />
        ))}
      </ul>
      {signs && (
        <label className="ex-incoming">
          收文号
          <Input
            value={incomingNumber}
            maxLength={60}
            placeholder="可不填，签收时一并登记"
            onChange={(event) => onIncomingNumber(event.target.value)}
          />
        </label>
      )}
    </Section>
  );
}

const Check = ({ kind, passed, text }: DeliveryCheck) => (
  <li>
    <span className="ex-check">
      {passed ? <StateGlyph glyph="full" color={palette.green} size={9} /> : <StateGlyph glyph="barred" color={palette.plum} />}
      {words[kind][passed ? 0 : 1]}
    </span>
    {passed ? <span className="kz-caption">{text}</span> : <FieldRefusal>{text}</FieldRefusal>}
  </li>
);
