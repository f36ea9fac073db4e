import type { DeliveryView } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';

/** Who printed how many copies when: what has to be gathered in when a document is taken back. */
export const PrintList = ({ view: { prints, printed } }: { view: Pick<DeliveryView, 'prints' | 'printed'> }) =>
  prints.length === 0 ? (
    <p className="kz-secondary">没有打印过。</p>
  ) : (
    <div className="ex-prints">
      <b>已打印 {printed} 份</b>
      <ul>
        {prints.map(({ at, personName, copies }) => (
          <li key={at}>
            {shortTime(at)} {personName} {copies} 份
          </li>
        ))}
      </ul>
    </div>
  );
