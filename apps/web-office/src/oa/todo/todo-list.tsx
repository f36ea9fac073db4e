import type { TodoRow as Row } from '@karez/contracts-oa';
import { EmptyState, LoadingRows, RowList } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { insteadOfRows } from '../../app/instead.js';
import type { KeysetList } from '../../app/keyset.js';
import { today } from '../../app/time.js';
import { useNow } from '../../exchange/delivery/use-now.js';
import { calendarQuery } from '../../home/to-sign.js';
import { countsIn } from '../../words/working-days.js';
import { TodoRow } from './todo-row.js';

interface TodoListProps {
  readonly list: KeysetList<Row>;
  /** So many at most; the rest is a page of its own. */
  readonly most?: number;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** What waits, row by row; why there is nothing, what failed. */
export function TodoList({ list, most = Infinity, filtered, onClear }: TodoListProps) {
  const [asked, setAsked] = useState<string>();
  const now = useNow();
  const calendar = useQuery(calendarQuery(Number(today().slice(0, 4))));
  const counts = countsIn(calendar.data?.days ?? []);
  if (list.state === 'loading') return <LoadingRows label="待办" rows={6} />;
  if (list.rows.length === 0 && list.state === 'ready' && !filtered)
    return <EmptyState title="待办都办完了">有新的事项转来时，这里和导航里的数字会立即变。</EmptyState>;
  const empty = { title: '没有符合的待办', other: { key: 'clear', label: '清除筛选', onAct: onClear } };
  const instead = insteadOfRows({ label: '待办', list, empty });
  if (list.rows.length === 0) return <>{instead}</>;
  return (
    <>
      {list.state !== 'ready' && instead}
      <RowList label="待办">
        {list.rows.slice(0, most).map((row) => (
          <TodoRow
            key={row.id}
            {...{ row, now, counts }}
            asking={asked === row.id}
            onAsk={(asking) => setAsked(asking ? row.id : undefined)}
          />
        ))}
      </RowList>
    </>
  );
}
