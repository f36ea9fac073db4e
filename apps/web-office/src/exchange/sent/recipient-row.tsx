import { type DeliveryRow, exchangeWords } from '@karez/contracts-exchange';
import { deliveryLook, DueLamp, MenuButton, Refusal, StateDot, ThreeDots } from '@karez/web-ui';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { shortTime } from '../../app/time.js';
import { lateRecallOfRow } from '../words/late-recall.js';
import { dueOf, type OfficeClock } from './due-words.js';
import { awayWords, remarkOf } from './recipient-remark.js';
import { offersOf } from './row-acts.js';
import type { Asked } from './sending-dialogs.js';
import type { RowActs } from './use-row-acts.js';

interface RecipientRowProps {
  row: DeliveryRow;
  clock: OfficeClock;
  acts: RowActs;
  onAsk: (asked: Asked) => void;
  choosable: boolean;
  chosen: boolean;
  onChosen: (on: boolean) => void;
}

export function RecipientRow({ row, clock, acts, onAsk, choosable, chosen, onChosen }: RecipientRowProps) {
  const { now } = clock;
  const [seen, setSeen] = useState(false);
  const late = seen ? undefined : lateRecallOfRow(row, now);
  const note = acts.noteOf(row.id);
  const due = dueOf(row, clock);
  const below = note ?? late;
  return (
    <>
      <tr role="row" className={below ? 'kz-open' : undefined}>
        <td role="cell" className="sent-check">
          {choosable && (
            <Checkbox aria-label={`选中${row.recipientName}`} checked={chosen} onChange={({ target }) => onChosen(target.checked)} />
          )}
        </td>
        <td role="cell" className="kz-cell-title sent-body">
          <Link to={`/exchange/deliveries/${row.id}`} data-row-link>
            {row.recipientName}
          </Link>
        </td>
        <td role="cell" className="kz-cell-meta">
          <span className="sent-quiet">{exchangeWords.recipientRole[row.role]}</span>
        </td>
        <td role="cell" className="kz-cell-meta">
          <StateDot look={deliveryLook[row.state]} />
        </td>
        <Cell label="送达" desk={Boolean(row.decidedAt)}>
          {row.deliveredAt ? shortTime(row.deliveredAt, now) : <Away row={row} />}
        </Cell>
        <Cell label="签收人与时间">{row.decidedAt && <Decided row={row} now={now} />}</Cell>
        <Cell label="时限">{due && <DueLamp lamp={due.lamp}>{due.words}</DueLamp>}</Cell>
        <Cell label="说明" blank>
          {remarkOf(row, now)}
        </Cell>
        <td role="cell" className="kz-cell-acts sent-acts">
          <Acts row={row} acts={acts} />
        </td>
      </tr>
      {below && (
        <tr role="row" className="kz-below">
          <td role="cell" colSpan={9}>
            {note ? (
              <Refusal result={note.words} onDismiss={() => acts.forget(row.id)} />
            ) : (
              late && <Late row={row} late={late} onAsk={onAsk} onDismiss={() => setSeen(true)} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

interface CellProps {
  label: string;
  /** Left out on the phone. */
  desk?: boolean;
  /** Nothing instead of a dash where there is nothing to say. */
  blank?: boolean;
  children: ReactNode;
}
/** A labelled line on the phone; empty ones are left out there, on the desk a dash says that there is nothing. */
const Cell = ({ label, desk, blank, children }: CellProps) => (
  <td role="cell" className={children && !desk ? 'kz-cell-line' : 'kz-cell-none'} data-label={label}>
    {children || (!blank && <span className="sent-quiet">—</span>)}
  </td>
);

const Away = ({ row }: { row: DeliveryRow }) => (
  <span className={row.state === 'stalled' ? 'sent-stalled' : 'sent-quiet'}>{awayWords(row)}</span>
);

const Decided = ({ row: { decidedByName, decidedAt = '' }, now }: { row: DeliveryRow; now: Date }) => (
  <>
    {decidedByName} <span className="sent-quiet">{shortTime(decidedAt, now)}</span>
  </>
);

function Acts({ row, acts }: { row: DeliveryRow; acts: RowActs }) {
  const { first, all } = offersOf(row);
  const others = all.filter((offer) => offer !== first);
  return (
    <>
      {first && (
        <Button
          size="small"
          loading={acts.busy === row.id}
          aria-label={`${first.label}${first.asks ? '…' : ''}：${row.recipientName}`}
          onClick={() => acts.run(first, row)}
        >
          {first.label}
          {first.asks && '…'}
        </Button>
      )}
      {others.length > 0 && (
        <MenuButton
          label={`更多：${row.recipientName}`}
          choices={others.map((offer) => ({
            key: offer.act,
            label: offer.asks ? `${offer.label}…` : offer.label,
            note: offer.reason,
            onChoose: () => acts.run(offer, row),
          }))}
        >
          <ThreeDots />
        </MenuButton>
      )}
    </>
  );
}

interface LateProps {
  row: DeliveryRow;
  late: NonNullable<ReturnType<typeof lateRecallOfRow>>;
  onAsk: (asked: Asked) => void;
  onDismiss: () => void;
}
function Late({ row, late, onAsk, onDismiss }: LateProps) {
  const revoke = { key: 'revoke', label: '商请收回', asks: true, onAct: () => onAsk({ act: 'revoke', rows: [row] }) };
  const reissue = {
    key: 'reissue',
    label: late.inForce ? '发更正件' : '重发',
    asks: true,
    onAct: () => onAsk({ act: 'reissue', rows: [row] }),
  };
  return (
    <Refusal
      result={late.result}
      ways={late.inForce ? [revoke, reissue] : [reissue]}
      evidence={<Link to={`/exchange/deliveries/${row.id}`}>看签收回执</Link>}
      onDismiss={onDismiss}
    >
      {late.words}
    </Refusal>
  );
}
