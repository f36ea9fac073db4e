import { type OfficialText, type OutgoingNumber } from '@karez/contracts-oa';
import type { ReactNode } from 'react';

const numberText = ({ code, year, serial }: OutgoingNumber): string => `${code}〔${year}〕${serial}号`;
const dateText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A document as GB/T 9704 lays it out, around a text that is written or shown: head, number, title, addressees, what follows the text. */
export function DocumentSheet({ text, children }: { text: OfficialText; children: ReactNode }) {
  const { issuers, layout, number, urgency, upward, title, addressees, annexes, note, formedOn, copies, printedBy } = text;
  const names = issuers.map(({ name }) => name);
  const signers = issuers.flatMap(({ signer }) => (signer ? [signer] : []));
  const mark = layout === 'letter' || layout === 'minutes' ? names.join('　') : `${names.join('　')}文件`;
  return (
    <article className="kz-paper od-sheet" aria-label="版面预览">
      <div className="kz-paper-corner">{urgency !== 'none' && <b>{urgency === 'urgent' ? '加急' : '特急'}</b>}</div>
      <p className="kz-paper-mark" style={{ fontSize: `calc(${markSize(mark)} * var(--mm))` }}>
        {mark}
      </p>
      <div className={upward ? 'kz-paper-number kz-paper-upward' : 'kz-paper-number'}>
        <span>{number ? numberText(number) : '（登记时取号）'}</span>
        {upward && (
          <span>
            签发人：<i>{signers.length > 0 ? signers.join('　') : '未签发'}</i>
          </span>
        )}
      </div>
      <p className="kz-paper-title">{title}</p>
      {addressees.length > 0 && <p className="kz-paper-flush">{addressees.map(({ name }) => name).join('、')}：</p>}
      {children}
      <Annexes names={annexes} />
      <div className="kz-paper-signature" data-name={names.join('　')} data-date={formedOn ? dateText(formedOn) : '（签发之日）'} />
      {note && <p>（{note}）</p>}
      {copies.length > 0 && <p className="kz-paper-foot">抄送：{copies.map(({ name }) => name).join('，')}。</p>}
      {printedBy && formedOn && <p className="kz-paper-foot">{`${printedBy}\u3000${dateText(formedOn)}印发`}</p>}
    </article>
  );
}

function Annexes({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="kz-paper-attachments">
      <span>附件：</span>
      <span>
        {names.map((name, at) => (
          <span key={name}>
            {names.length > 1 && `${at + 1}.`}
            {name}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The head fits the type area: 156 mm wide, at most 22 mm high. */
const markSize = (mark: string): string => Math.min(15, 150 / Math.max(mark.length, 1)).toFixed(2);
