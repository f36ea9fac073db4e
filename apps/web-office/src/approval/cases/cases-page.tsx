import { SearchOutlined } from '@ant-design/icons';
import { type CaseCounts, type CaseRow, caseTabs, lamps, type ListCases } from '@karez/contracts-approval';
import { Card, DueLamp, FilterChips, LoadingRows, PageHeader, RowList, SplitRow, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import type { KeysetList } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { useNow } from '../../exchange/delivery/use-now.js';
import { caseCountsQuery, useCases } from '../approval-queries.js';
import { caseLook, dueWords, lampOf } from '../approval-words.js';
import '../approval.css';

type Tab = (typeof caseTabs)[number];
const tabNames: Readonly<Record<Tab, string>> = { to_accept: '待受理', running: '在办', to_deliver: '待送达', done: '已办结', all: '全部' };
const countOf = (tab: Tab, counts: CaseCounts | undefined): number | undefined =>
  ({ to_accept: counts?.toAccept, running: counts?.running, to_deliver: counts?.toDeliver, done: undefined, all: undefined })[tab];
const lampNames = { signal: '将到期', yellow: '今日到期', red: '逾期' } as const;
type LampFilter = keyof typeof lampNames | 'all';

/** 办件: the window's queue, and every case that the post may see. The filter stands in the address. */
export function CasesPage() {
  usePageTitle('办件');
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const q = useDeferredValue(words.trim());
  const tab = caseTabs.find((each) => each === search.get('tab')) ?? 'to_accept';
  const lamp = lamps.find((each) => each === search.get('lamp') && each !== 'none');
  const request: ListCases = { tab, sort: tab === 'done' ? '-submitted' : 'due', ...(q && { q }), ...(lamp && { lamp }) };
  const list = useCases(request);
  const counts = useQuery(caseCountsQuery).data;
  const set = (change: { tab?: Tab; lamp?: LampFilter }) => {
    const next = { tab, lamp: lamp ?? 'all', ...change };
    setSearch({ tab: next.tab, ...(next.lamp !== 'all' && { lamp: next.lamp }) }, { replace: true });
  };
  const clear = () => {
    setWords('');
    setSearch({ tab }, { replace: true });
  };
  const filtered = q !== '' || lamp !== undefined;
  return (
    <>
      <PageHeader title="办件" />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="编号、事由或申请人"
            aria-label="搜办件"
            onChange={(event) => setWords(event.target.value)}
          />
          <FilterChips<Tab>
            label="按办理情况"
            value={tab}
            onChange={(value) => set({ tab: value })}
            chips={caseTabs.map((value) => ({ value, label: tabNames[value], count: countOf(value, counts) }))}
          />
          <FilterChips<LampFilter>
            label="按时限"
            value={(lamp as LampFilter | undefined) ?? 'all'}
            onChange={(value) => set({ lamp: value })}
            chips={[
              { value: 'all', label: '不限' },
              { value: 'signal', label: lampNames.signal, count: counts?.signal },
              { value: 'yellow', label: lampNames.yellow, count: counts?.yellow, lamp: 'yellow' },
              { value: 'red', label: lampNames.red, count: counts?.red, lamp: 'red' },
            ]}
          />
        </div>
        <Card flush>
          <CaseList
            list={list}
            empty={
              filtered
                ? { title: '没有符合条件的办件', other: { key: 'clear', label: '清除筛选', onAct: clear } }
                : { title: `没有${tabNames[tab]}的办件`, words: '申请人在网上或窗口提交后，办件按时限排在这里。' }
            }
          />
        </Card>
      </div>
    </>
  );
}

function CaseList({ list, empty }: { list: KeysetList<CaseRow>; empty: Parameters<typeof insteadOfRows>[0]['empty'] }) {
  const now = useNow();
  if (list.state === 'loading') return <LoadingRows label="办件" rows={8} />;
  const instead = insteadOfRows({ label: '办件', list, empty });
  if (list.rows.length === 0) return <>{instead}</>;
  return (
    <>
      {list.state !== 'ready' && instead}
      <RowList label="办件">
        {list.rows.map((row) => (
          <SplitRow
            key={row.id}
            title={row.subject}
            meta={[
              row.itemName,
              row.applicantName,
              row.number ?? '未提交',
              ...(row.submittedAt ? [`${shortTime(row.submittedAt, now)} 提交`] : []),
              <StateDot key="state" look={caseLook(row.state)} />,
            ]}
            end={
              row.dueAt ? (
                <DueLamp lamp={lampOf[row.lamp]} end>
                  {dueWords(row.dueAt, now)}
                  {row.provisional && '（暂定）'}
                </DueLamp>
              ) : (
                ''
              )
            }
            href={`/approval/cases/${row.id}`}
            link={Link}
          />
        ))}
      </RowList>
      {list.onMore && (
        <div className="ap-foot">
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            {list.loadingMore ? '正在取下一页' : `已显示 ${list.rows.length} 件，再显示一页`}
          </button>
        </div>
      )}
    </>
  );
}
