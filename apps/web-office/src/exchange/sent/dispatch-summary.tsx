import type { DeliveryState, DispatchView } from '@karez/contracts-exchange';
import { CountBar, deliveryLook, DueLamp, StateGlyph } from '@karez/web-ui';
import { isDueToday, isOverdue, type OfficeClock } from './due-words.js';
import { barParts, countsOf, kindsSentence } from './recipient-groups.js';

interface DispatchSummaryProps {
  dispatch: DispatchView;
  clock: OfficeClock;
  state?: DeliveryState;
  onState: (state: DeliveryState | undefined) => void;
}

/** One bar over all recipients; the chips below it are legend, count and filter in one. */
export function DispatchSummary({ dispatch: { deliveries }, clock, state, onState }: DispatchSummaryProps) {
  const parts = barParts(countsOf(deliveries));
  const overdue = deliveries.filter((row) => isOverdue(row, clock)).length;
  const today = deliveries.filter((row) => isDueToday(row, clock)).length;
  return (
    <section className="kz-card sent-summary" aria-label="各家状态合计">
      <div className="sent-summary-head">
        <p>
          <b>{deliveries.length} 家</b>
          <span className="kz-secondary">{kindsSentence(deliveries)}</span>
        </p>
        <div className="sent-lamps">
          {overdue > 0 && <DueLamp lamp="red">逾期 {overdue} 家</DueLamp>}
          {today > 0 && <DueLamp lamp="yellow">今日到期 {today} 家</DueLamp>}
        </div>
      </div>
      <CountBar parts={parts} />
      <div className="kz-chips" role="group" aria-label="按状态筛选">
        {parts.map(({ key, label, count }) => (
          <button
            key={key}
            type="button"
            className="kz-chip"
            aria-pressed={state === key}
            onClick={() => onState(state === key ? undefined : key)}
          >
            <StateGlyph glyph={deliveryLook[key].glyph} color={deliveryLook[key].color} />
            {label}
            <b>{count}</b>
          </button>
        ))}
      </div>
    </section>
  );
}
