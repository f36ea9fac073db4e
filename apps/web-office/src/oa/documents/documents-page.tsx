import { documentPhases, documentPhaseWords, type DocumentPhase, type OutgoingRow, genreNames } from '@karez/contracts-oa';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { useOutgoing } from './document-queries.js';
import { phaseLook, urgencyWord } from './document-words.js';
import { DraftDialog } from './draft-dialog.js';
import './documents.css';

const columns: readonly Column<OutgoingRow>[] = [
  {
    ...{ key: 'title', title: '标题', phone: 'title' },
    cell: ({ title, urgency }) => (
      <>
        {title}
        {urgency !== 'none' && <span className="kz-tag od-tag">{urgencyWord[urgency]}</span>}
      </>
    ),
  },
  { key: 'genre', title: '文种', width: '76px', phone: 'meta', cell: ({ genre }) => genreNames[genre] },
  { key: 'state', title: '环节', width: '104px', phone: 'meta', cell: ({ state }) => <StateDot look={phaseLook(state)} /> },
  { key: 'waits', title: '现由', width: '140px', phone: 'meta', cell: ({ waitingFor }) => waitingFor.join('、') || '—' },
  { key: 'number', title: '文号', width: '168px', phone: 'meta', cell: ({ number }) => number ?? '未编号' },
  { key: 'drafter', title: '拟稿', width: '132px', phone: 'none', cell: ({ drafterName, orgName }) => `${drafterName}，${orgName}` },
  { key: 'moved', title: '最近', width: '104px', phone: 'none', cell: ({ movedAt }) => shortTime(movedAt) },
];
const tabs = { mine: '我拟的', handled: '我办过的', body: '本单位' } as const;
type Tab = keyof typeof tabs;

/** 发文: what moved last comes first. */
export function DocumentsPage() {
  usePageTitle('发文');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [drafting, setDrafting] = useState(search.has('new'));
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'mine';
  const state = documentPhases.find((each) => each === search.get('state'));
  const q = search.get('q') ?? '';
  const list = useOutgoing({ tab, ...(state && { state }), ...(q && { q }) });
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
      <PageHeader
        title="发文"
        meta="从拟稿到分发"
        acts={
          may('oa.document.draft') && (
            <Button type="primary" onClick={() => setDrafting(true)}>
              拟稿
            </Button>
          )
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input.Search
            allowClear
            defaultValue={q}
            maxLength={60}
            placeholder="标题或文号"
            aria-label="搜索发文"
            onSearch={(words) => set('q', words.trim() || undefined)}
            className="od-search"
          />
          <Select<DocumentPhase>
            allowClear
            value={state}
            placeholder="全部环节"
            aria-label="按环节"
            options={documentPhases.map((value) => ({ value, label: documentPhaseWords[value] }))}
            onChange={(chosen: DocumentPhase | undefined) => set('state', chosen)}
          />
          <FilterChips<Tab>
            label="按范围"
            value={tab}
            onChange={(value) => set('tab', value)}
            chips={(Object.keys(tabs) as Tab[]).map((value) => ({ value, label: tabs[value] }))}
          />
        </div>
        <Card flush>
          <DataTable<OutgoingRow>
            label="发文"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/oa/documents/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              ...{ label: '发文', list },
              empty:
                state || q
                  ? {
                      title: '没有符合的公文',
                      other: { key: 'clear', label: '清除筛选', onAct: () => setSearch({ tab }, { replace: true }) },
                    }
                  : { title: tab === 'mine' ? '您还没有拟过公文' : '这里还没有公文', words: '点“拟稿”开始起草；送出后在这里跟踪到分发。' },
            })}
          />
        </Card>
      </div>
      {drafting && <DraftDialog onClose={() => setDrafting(false)} />}
    </>
  );
}
