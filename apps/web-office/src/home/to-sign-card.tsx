import { ProblemError } from '@karez/web-client';
import { EmptyState, FilterChips, LoadingRows, Notice, RowList } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemState } from '../app/instead.js';
import { shortTime, today } from '../app/time.js';
import { countsIn } from '../words/working-days.js';
import { byPressure, calendarQuery, pressures, pressureWord, toSignQuery, type Pressure, type ToSign } from './to-sign.js';
import { ToSignRow } from './to-sign-row.js';

/** So many fit on a screen; the rest is in the inbox. */
const most = 10;

/** What this body has received and must decide on: the first thing of the day. */
export function ToSignCard() {
  const query = useQuery(toSignQuery);
  const calendar = useQuery(calendarQuery(Number(today().slice(0, 4))));
  const [pressure, setPressure] = useState<Pressure>('all');
  const rows = query.data?.items ?? [];
  const { items, numbers } = byPressure(rows, new Date(query.dataUpdatedAt), countsIn(calendar.data?.days ?? []));
  const shown = items.filter(({ due }) => pressure === 'all' || due.lamp === pressure);
  return (
    <section className="kz-card" aria-labelledby="to-sign">
      <div className="kz-card-head office-work-head">
        <h2 id="to-sign">待签收</h2>
        {rows.length > 0 && (
          <FilterChips
            label="按时限"
            value={pressure}
            onChange={setPressure}
            chips={pressures
              .filter((each) => each === 'all' || each === pressure || numbers[each] > 0)
              .map((each) => ({ value: each, label: pressureWord[each], count: numbers[each], ...(each !== 'all' && { lamp: each }) }))}
          />
        )}
        {query.data && <span className="kz-caption kz-card-aside">{shortTime(new Date(query.dataUpdatedAt).toISOString())} 更新</span>}
      </div>
      {query.isError && rows.length > 0 && (
        <Notice tone="amber" live="status" title="没有取到最新的收件，">
          下面是上次取到的内容。
        </Notice>
      )}
      {query.isPending ? (
        <LoadingRows label="待签收的公文" rows={4} />
      ) : query.isError && rows.length === 0 ? (
        <ProblemState
          label="待签收的公文"
          problem={query.error instanceof ProblemError ? query.error : null}
          again={() => void query.refetch()}
        />
      ) : (
        <Rows shown={shown} />
      )}
      {rows.length > 0 && (
        <div className="kz-table-foot office-work-foot">
          <Shown shown={shown.length} more={query.data?.next !== undefined} />
          <Link to="/exchange/inbox">打开交换收件</Link>
        </div>
      )}
    </section>
  );
}

function Rows({ shown }: { shown: readonly ToSign[] }) {
  const [asked, setAsked] = useState<string>();
  if (shown.length === 0) return <EmptyState title="待签收的都办完了">有公文送达时，这里和导航里的数字会立即变。</EmptyState>;
  return (
    <RowList label="待签收的公文">
      {shown.slice(0, most).map((each) => (
        <ToSignRow
          key={each.row.id}
          {...each}
          asking={asked === each.row.id}
          onAsk={(asking) => setAsked(asking ? each.row.id : undefined)}
        />
      ))}
    </RowList>
  );
}

const Shown = ({ shown, more }: { shown: number; more: boolean }) => (
  <span>
    已显示 {Math.min(shown, most)} 件{more ? '，其余更多' : shown > most ? `，还有 ${shown - most} 件` : ''}
  </span>
);
