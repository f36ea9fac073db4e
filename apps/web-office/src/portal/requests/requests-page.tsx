import { type DisclosureRequestRow, type DisclosureRequestState, disclosureRequestStates } from '@karez/contracts-portal';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { DeskDue } from '../desk-due.js';
import { useRequests } from '../portal-queries.js';
import { RequestPage } from './request-page.js';
import { isOpenRequest, requestLook, standsWord } from './request-words.js';
import '../portal.css';

const columns: readonly Column<DisclosureRequestRow>[] = [
  {
    ...{ key: 'due', title: '时限', width: '116px', phone: 'meta' },
    cell: ({ dueAt, state }) => <DeskDue dueAt={dueAt} open={isOpenRequest(state)} stands={standsWord[state]} />,
  },
  { key: 'information', title: '申请公开的信息', phone: 'title', cell: ({ information }) => information },
  { key: 'name', title: '申请人', width: '120px', phone: 'meta', cell: ({ name }) => name },
  { key: 'state', title: '状态', width: '136px', phone: 'meta', cell: ({ state }) => <StateDot look={requestLook[state]} /> },
  { key: 'receipt', title: '查询码', width: '176px', phone: 'none', cell: ({ receipt }) => <span className="kz-mono">{receipt}</span> },
  { key: 'at', title: '收到', width: '104px', phone: 'meta', cell: ({ receivedAt }) => shortTime(receivedAt) },
];

export function RequestsPage() {
  const { requestId } = useParams();
  return requestId ? <RequestPage key={requestId} requestId={requestId} /> : <RequestDesk />;
}

/** 依申请公开: what waits comes first, by its deadline. */
function RequestDesk() {
  usePageTitle('依申请公开');
  const [search, setSearch] = useSearchParams();
  const state = disclosureRequestStates.find((each) => each === search.get('state'));
  const list = useRequests({ ...(state && { state }) });
  const set = (next?: string) => setSearch(next ? { state: next } : {}, { replace: true });
  return (
    <>
      <PageHeader title="依申请公开" meta="收到之日起 20 个工作日内答复" />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <FilterChips<DisclosureRequestState | 'all'>
            label="按状态"
            value={state ?? 'all'}
            onChange={(value) => set(value === 'all' ? undefined : value)}
            chips={[
              { value: 'all', label: '全部' },
              ...disclosureRequestStates.map((value) => ({ value, label: requestLook[value].label })),
            ]}
          />
        </div>
        <Card flush>
          <DataTable<DisclosureRequestRow>
            label="公开申请"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/portal/requests/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '公开申请',
              list,
              empty: state
                ? { title: `没有${requestLook[state].label}的申请`, other: { key: 'clear', label: '清除筛选', onAct: () => set() } }
                : { title: '没有公开申请', words: '公众在网站“依申请公开”里提交的申请到这里。' },
            })}
          />
        </Card>
      </div>
    </>
  );
}
