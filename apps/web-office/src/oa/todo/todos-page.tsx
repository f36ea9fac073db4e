import { type ListTodos, todoKinds, todoLamps } from '@karez/contracts-oa';
import { PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { StandInNotice } from '../delegation/stand-in-notice.js';
import { DoneTable } from './done-table.js';
import { SentTable } from './sent-table.js';
import { KindTabs, LampChips } from './todo-filters.js';
import { TodoList } from './todo-list.js';
import { todoCountsQuery, useTodos } from './todo-queries.js';
import './todo.css';

const tabs = { todo: '待办', done: '已办', sent: '我交办的' } as const;
type Tab = keyof typeof tabs;
const sorts = { due: '按时限', '-opened': '按转来时间' } as const;

/** 待办中心: what waits over all services, what was done, and what others still have to do. */
export function TodosPage() {
  const [search, setSearch] = useSearchParams();
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'todo';
  usePageTitle(tabs[tab]);
  const q = search.get('q') ?? '';
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title="待办中心" acts={<Link to="/oa/delegations">委托代办</Link>} />
      <div className="kz-page">
        <StandInNotice />
        <section className="kz-card" aria-label={tabs[tab]}>
          <div className="kz-card-head td-head">
            <nav className="td-pages" aria-label="待办、已办">
              {(Object.keys(tabs) as Tab[]).map((each) => (
                <Link
                  key={each}
                  to={each === 'todo' ? '/oa/todo' : `/oa/todo?tab=${each}`}
                  aria-current={each === tab ? 'page' : undefined}
                >
                  {tabs[each]}
                </Link>
              ))}
            </nav>
            <Input.Search
              key={tab}
              allowClear
              defaultValue={q}
              maxLength={60}
              placeholder="标题"
              aria-label={`搜索${tabs[tab]}`}
              onSearch={(words) => set('q', words.trim() || undefined)}
              className="td-search"
            />
          </div>
          {tab === 'todo' && <Waiting q={q} search={search} set={set} />}
          {tab === 'done' && <DoneTable q={q} />}
          {tab === 'sent' && <SentTable q={q} />}
        </section>
      </div>
    </>
  );
}

interface WaitingProps {
  readonly q: string;
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string | undefined) => void;
}
function Waiting({ q, search, set }: WaitingProps) {
  const kind = todoKinds.find((each) => each === search.get('kind'));
  const lamp = todoLamps.find((each) => each === search.get('lamp'));
  const holder = (['person', 'org'] as const).find((each) => each === search.get('holder'));
  const sort = search.get('sort') === '-opened' ? '-opened' : 'due';
  const request: ListTodos = { sort, ...(kind && { kind }), ...(lamp && { lamp }), ...(holder && { holder }), ...(q && { q }) };
  const list = useTodos(request);
  const counts = useQuery(todoCountsQuery).data;
  const clear = () => ['kind', 'lamp', 'holder', 'q'].forEach((name) => set(name, undefined));
  return (
    <>
      <div className="td-filters" data-filter>
        <LampChips counts={counts} value={lamp ?? 'all'} onChange={(value) => set('lamp', value === 'all' ? undefined : value)} />
        <Select<'person' | 'org'>
          allowClear
          value={holder}
          placeholder="本人和单位"
          aria-label="按承办人"
          options={[
            { value: 'person', label: '交本人的' },
            { value: 'org', label: '交单位的' },
          ]}
          onChange={(value: 'person' | 'org' | undefined) => set('holder', value)}
        />
        <Select
          value={sort}
          aria-label="排序"
          options={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
          onChange={(value: string) => set('sort', value === 'due' ? undefined : value)}
        />
      </div>
      <KindTabs counts={counts} value={kind} onChange={(value) => set('kind', value)} />
      <TodoList list={list} filtered={Boolean(kind ?? lamp ?? holder) || q !== ''} onClear={clear} />
      {list.onMore && (
        <div className="kz-table-foot td-foot">
          <span>已显示 {list.rows.length} 件</span>
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            {list.loadingMore ? '正在取下一页' : '再显示一页'}
          </button>
        </div>
      )}
    </>
  );
}
