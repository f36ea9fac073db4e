import { type DispatchRow, exchangeWords } from '@karez/contracts-exchange';
import { CountBar, DueLamp, Meta } from '@karez/web-ui';
import { Link } from 'react-router';
import { shortTime } from '../../app/time.js';
import { barParts } from './recipient-groups.js';

const settled = ['signed_for', 'rejected', 'recalled', 'returned', 'revoked'] as const;

/** One act of sending in the list: lamp, title, who and when, and one bar with its numbers. */
export function DispatchLine({ row }: { row: DispatchRow }) {
  const { id, title, number, urgency, sentAt, sentByName, recipients, recipientNames, counts } = row;
  const decided = settled.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <li className="kz-row sent-line">
      <div className="kz-row-lead">
        <Lamp overdue={row.overdue} open={recipients - decided} />
      </div>
      <div className="kz-row-body">
        <div className="kz-row-title" title={title}>
          <Link to={`/exchange/sent/${id}`} data-row-link>
            <span className="kz-row-words">{title}</span>
          </Link>
          {urgency !== 'none' && <span className="kz-urgency">{exchangeWords.urgency[urgency]}</span>}
        </div>
        <Meta>
          {number}
          {`${sentByName} ${shortTime(sentAt)} 发出`}
          {recipients > recipientNames.length || recipients > 2
            ? `${recipientNames.slice(0, 2).join('、')}等 ${recipients} 家`
            : recipientNames.join('、')}
        </Meta>
      </div>
      <div className="sent-line-bar">
        <CountBar thin words parts={barParts(counts)} />
      </div>
    </li>
  );
}

const Lamp = ({ overdue, open }: { overdue: number; open: number }) =>
  overdue > 0 ? (
    <DueLamp lamp="red">逾期 {overdue} 家</DueLamp>
  ) : open > 0 ? (
    <DueLamp lamp="none">未了结 {open} 家</DueLamp>
  ) : (
    <DueLamp lamp="green">已了结</DueLamp>
  );
