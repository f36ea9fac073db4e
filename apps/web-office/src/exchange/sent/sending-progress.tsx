import type { DispatchView } from '@karez/contracts-exchange';
import { Notice } from '@karez/web-ui';

/** As long as it takes for most: after that the rows themselves say what is missing. */
const shownForMs = 10 * 60_000;

/** Just after sending: how many it has reached. It may be left; nothing depends on this page. */
export function SendingProgress({ dispatch: { deliveries, sentAt }, now }: { dispatch: DispatchView; now: Date }) {
  const away = deliveries.filter(({ state }) => state === 'queued' || state === 'in_flight').length;
  if (away === 0 || deliveries.length < 2 || now.getTime() - Date.parse(sentAt) > shownForMs) return null;
  const done = deliveries.length - away;
  return (
    <Notice tone="sand" glyph="half" live="status" title={`正在发往 ${deliveries.length} 家。`}>
      已送达 {done} 家，可以离开本页，发送不会停。
      <div
        className="sent-progress"
        role="progressbar"
        aria-label="送达进度"
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={deliveries.length}
      >
        <i style={{ width: `${(done / deliveries.length) * 100}%` }} />
      </div>
    </Notice>
  );
}
