import { incomingPhases, incomingPhaseWords, type IncomingPhase, type IncomingRow } from '@karez/contracts-oa';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AskDialog } from '../../app/ask-dialog.js';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortDate, shortTime } from '../../app/time.js';
import { oaKey } from '../oa-client.js';
import { useIncoming } from './incoming-queries.js';
import { enterQuestion } from './incoming-questions.js';
import { incomingLook } from './incoming-words.js';
import './incoming.css';

const columns: readonly Column<IncomingRow>[] = [
  { key: 'title', title: '标题', phone: 'title', cell: ({ title }) => title },
  { key: 'sender', title: '来文机关', width: '168px', phone: 'meta', cell: ({ senderName }) => senderName },
  { key: 'state', title: '环节', width: '104px', phone: 'meta', cell: ({ state }) => <StateDot look={incomingLook(state)} /> },
  { key: 'waits', title: '现由', width: '132px', phone: 'meta', cell: ({ waitingFor }) => waitingFor.join('、') || '—' },
  { key: 'number', title: '收文号', width: '128px', phone: 'meta', cell: ({ number }) => number ?? '未登记' },
  { key: 'sent', title: '来文字号', width: '160px', phone: 'none', cell: ({ senderNumber }) => senderNumber ?? '—' },
  { key: 'due', title: '时限', width: '84px', phone: 'none', cell: ({ dueAt }) => (dueAt ? shortDate(dueAt) : '—') },
  { key: 'at', title: '收到', width: '104px', phone: 'none', cell: ({ receivedAt }) => shortTime(receivedAt) },
];
const tabs = { body: '本单位', mine: '我办过的' } as const;
type Tab = keyof typeof tabs;

/** 收文: what came last comes first. */
export function IncomingListPage() {
  usePageTitle('收文');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'body';
  const state = incomingPhases.find((each) => each === search.get('state'));
  const q = search.get('q') ?? '';
  const list = useIncoming({ tab, ...(state && { state }), ...(q && { q }) });
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
        title="收文"
        meta="签收的来文自动进入这里"
        acts={
          may('oa.incoming.register') && (
            <Button type="primary" onClick={() => setEntering(true)}>
              登记纸质来文
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
            placeholder="标题、来文机关、文号"
            aria-label="搜索收文"
            onSearch={(words) => set('q', words.trim() || undefined)}
            className="ic-search"
          />
          <Select<IncomingPhase>
            allowClear
            value={state}
            placeholder="全部环节"
            aria-label="按环节"
            options={incomingPhases.map((value) => ({ value, label: incomingPhaseWords[value] }))}
            onChange={(chosen: IncomingPhase | undefined) => set('state', chosen)}
          />
          <FilterChips<Tab>
            label="按范围"
            value={tab}
            onChange={(value) => set('tab', value)}
            chips={(Object.keys(tabs) as Tab[]).map((value) => ({ value, label: tabs[value] }))}
          />
        </div>
        <Card flush>
          <DataTable<IncomingRow>
            label="收文"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/oa/incoming/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              ...{ label: '收文', list },
              empty:
                state || q
                  ? {
                      title: '没有符合的来文',
                      other: { key: 'clear', label: '清除筛选', onAct: () => setSearch({ tab }, { replace: true }) },
                    }
                  : { title: '没有来文', words: '在公文交换签收的来文会自动进入这里，纸质来文请登记。' },
            })}
          />
        </Card>
      </div>
      {entering && <AskDialog question={enterQuestion} changes={[oaKey]} onClose={() => setEntering(false)} />}
    </>
  );
}
