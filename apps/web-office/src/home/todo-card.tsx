import type { TodoKind, TodoLamp } from '@karez/contracts-oa';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { shortTime } from '../app/time.js';
import { StandInNotice } from '../oa/delegation/stand-in-notice.js';
import { KindTabs, LampChips } from '../oa/todo/todo-filters.js';
import { TodoList } from '../oa/todo/todo-list.js';
import { todoCountsQuery, useTodos } from '../oa/todo/todo-queries.js';
import { numbersOf, shown } from '../oa/todo/todo-words.js';
import '../oa/todo/todo.css';

/** So many fit on a screen; the rest is in the to-do centre. */
const most = 10;

/** 待办 over all services: the first thing of the day. */
export function TodoCard() {
  const [lamp, setLamp] = useState<TodoLamp | 'all'>('all');
  const [kind, setKind] = useState<TodoKind>();
  const list = useTodos({ limit: most, ...(lamp !== 'all' && { lamp }), ...(kind && { kind }) });
  const counted = useQuery(todoCountsQuery);
  const counts = counted.data;
  const filtered = lamp !== 'all' || kind !== undefined;
  const clear = () => {
    setLamp('all');
    setKind(undefined);
  };
  return (
    <>
      <StandInNotice />
      <section className="kz-card" aria-labelledby="todo">
        <div className="kz-card-head office-work-head">
          <h2 id="todo">待办</h2>
          {counts && counts.total > 0 && <LampChips counts={counts} value={lamp} onChange={setLamp} />}
          {counts && <span className="kz-caption kz-card-aside">{shortTime(new Date(counted.dataUpdatedAt).toISOString())} 更新</span>}
        </div>
        {counts && counts.total > 0 && <KindTabs counts={counts} value={kind} onChange={setKind} />}
        <TodoList list={list} most={most} filtered={filtered} onClear={clear} />
        {counts && counts.total > 0 && (
          <div className="kz-table-foot office-work-foot">
            <Rest listed={Math.min(most, list.rows.length)} total={filtered ? undefined : numbersOf(counts).total} more={counts.more} />
            <Link to="/oa/todo">打开待办中心</Link>
          </div>
        )}
      </section>
    </>
  );
}

const Rest = ({ listed, total, more }: { listed: number; total: number | undefined; more: boolean }) => (
  <span>
    已显示 {listed} 件{total !== undefined && total > listed && `，还有 ${shown(total - listed, more)} 件`}
  </span>
);
