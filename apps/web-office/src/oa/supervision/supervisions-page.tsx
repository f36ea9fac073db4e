import { supervisionLamps, type SupervisionRow, supervisionSources, type SupervisionSource } from '@karez/contracts-oa';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortDate } from '../../app/time.js';
import { RegisterDialog } from './register-dialog.js';
import { SupervisionLamp } from './supervision-lamp.js';
import { useSupervisions } from './supervision-queries.js';
import { lampWord, sourceWord, supervisionLook } from './supervision-words.js';
import './supervision.css';

const columns: readonly Column<SupervisionRow>[] = [
  { key: 'lamp', title: '时限', width: '112px', phone: 'meta', cell: (item) => <SupervisionLamp item={item} /> },
  {
    ...{ key: 'title', title: '事项', phone: 'title' },
    cell: ({ title, urged }) => (
      <>
        {title}
        {urged > 0 && <span className="sv-urged">催 {urged}</span>}
      </>
    ),
  },
  { key: 'number', title: '督办号', width: '132px', phone: 'meta', cell: ({ number }) => number ?? '未立项' },
  { key: 'state', title: '状态', width: '104px', phone: 'meta', cell: ({ state }) => <StateDot look={supervisionLook(state)} /> },
  { key: 'lead', title: '主办', width: '148px', phone: 'meta', cell: ({ leadOrgName }) => leadOrgName ?? '未交办' },
  { key: 'source', title: '来源', width: '88px', phone: 'none', cell: ({ source }) => sourceWord[source] },
  { key: 'due', title: '期限', width: '92px', phone: 'none', cell: ({ dueAt }) => shortDate(dueAt) },
];
const tabs = { owned: '我督办的', handled: '我承办的' } as const;
type Tab = keyof typeof tabs;

/** 督查督办: what is due first comes first. */
export function SupervisionsPage() {
  usePageTitle('督查督办');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [registering, setRegistering] = useState(search.has('new') && may('oa.supervision.write'));
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab'));
  const lamp = supervisionLamps.find((each) => each === search.get('lamp'));
  const source = supervisionSources.find((each) => each === search.get('source'));
  const q = search.get('q') ?? '';
  const list = useSupervisions({ sort: 'due', ...(tab && { tab }), ...(lamp && { lamp }), ...(source && { source }), ...(q && { q }) });
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
  const filtered = Boolean(tab ?? lamp ?? source) || q !== '';
  return (
    <>
      <PageHeader
        title="督查督办"
        meta="灯色按工作日推算，不能手工改"
        acts={
          <>
            <Link to="/oa/supervision-board">督办看板</Link>
            {may('oa.supervision.write') && (
              <Button type="primary" onClick={() => setRegistering(true)}>
                登记事项
              </Button>
            )}
          </>
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input.Search
            allowClear
            defaultValue={q}
            maxLength={60}
            placeholder="事项或督办号"
            aria-label="搜索督办事项"
            onSearch={(words) => set('q', words.trim() || undefined)}
            className="sv-search"
          />
          <Select<SupervisionSource>
            allowClear
            value={source}
            placeholder="全部来源"
            aria-label="按来源"
            options={supervisionSources.map((value) => ({ value, label: sourceWord[value] }))}
            onChange={(chosen: SupervisionSource | undefined) => set('source', chosen)}
          />
          <FilterChips<Tab | 'all'>
            label="按职责"
            value={tab ?? 'all'}
            onChange={(value) => set('tab', value === 'all' ? undefined : value)}
            chips={[{ value: 'all', label: '全部' }, ...(Object.keys(tabs) as Tab[]).map((value) => ({ value, label: tabs[value] }))]}
          />
          <FilterChips<(typeof supervisionLamps)[number] | 'all'>
            label="按时限"
            value={lamp ?? 'all'}
            onChange={(value) => set('lamp', value === 'all' ? undefined : value)}
            chips={[{ value: 'all', label: '全部' }, ...supervisionLamps.map((value) => ({ value, label: lampWord[value] }))]}
          />
        </div>
        <Card flush>
          <DataTable<SupervisionRow>
            label="督办事项"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/oa/supervision/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              ...{ label: '督办事项', list },
              empty: filtered
                ? { title: '没有符合的事项', other: { key: 'clear', label: '清除筛选', onAct: () => setSearch({}, { replace: true }) } }
                : { title: '没有督办事项', words: '领导批示、会议决议要求限期办结的事项登记在这里。' },
            })}
          />
        </Card>
      </div>
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  );
}
