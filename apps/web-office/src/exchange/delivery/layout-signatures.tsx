import type { LayoutView } from '@karez/contracts-exchange';
import { StateDot } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { signatureLook } from '../words/file-words.js';

/** Seals and signatures found inside a layout file, each with what its check came to. */
export function LayoutSignatures({ layout, now }: { layout: LayoutView; now: Date }) {
  const { format, pages, signatures } = layout;
  const what = `${format.toUpperCase()} 版式文件${pages ? `，${pages} 页` : ''}`;
  if (signatures.length === 0) return <p className="kz-caption ex-signatures">{what}，文件内没有签章，以单位签名为准</p>;
  return (
    <ul className="ex-signatures" aria-label={`${what}，其中的签章`}>
      <li className="kz-caption">{what}</li>
      {signatures.map((signature, at) => {
        const { why, ...look } = signatureLook(signature);
        const about = [
          signature.signer !== signature.sealName && signature.signer,
          signature.signedAt && whenSigned(signature.signedAt, now),
          signature.pages?.length && `第 ${signature.pages.join('、')} 页`,
          why,
        ];
        return (
          <li key={at}>
            <StateDot look={{ ...look, label: `${signature.sealName ?? signature.signer ?? '签章'}，${look.label}` }} />
            <span className="kz-caption">{about.filter(Boolean).join('，')}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Layout files write their times in several ways; one that is no time here is shown as it stands. */
const whenSigned = (at: string, now: Date): string => (Number.isNaN(Date.parse(at)) ? at : shortTime(at, now));
