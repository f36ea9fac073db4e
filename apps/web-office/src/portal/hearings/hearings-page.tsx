import { type HearingKind, hearingKinds, type HearingState, type HearingView } from '@karez/contracts-portal';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { useHearings } from '../portal-queries.js';
import { HearingForm } from './hearing-form.js';
import { HearingPage } from './hearing-page.js';
import { hearingKindWord, hearingLook } from './hearing-words.js';
import '../portal.css';

const columns: readonly Column<HearingView>[] = [
  { key: 'title', title: '题目', phone: 'title', cell: ({ title }) => title },
  { key: 'kind', title: '类别', width: '96px', phone: 'meta', cell: ({ kind }) => hearingKindWord[kind] },
  { key: 'state', title: '状态', width: '128px', phone: 'meta', cell: ({ state }) => <StateDot look={hearingLook[state]} /> },
  { key: 'voices', title: '收到', width: '80px', phone: 'meta', cell: ({ voices }) => `${voices} 份` },
  { key: 'org', title: '主办', width: '168px', phone: 'meta', cell: ({ orgName }) => orgName },
  { key: 'closes', title: '截止', width: '128px', phone: 'meta', cell: ({ closesAt }) => shortTime(closesAt) },
];
const shown: readonly HearingState[] = ['draft', 'open', 'closed', 'reported'];

export function HearingsPage() {
  const { hearingId } = useParams();
  if (hearingId === 'new') return <HearingForm />;
  return hearingId ? <HearingPage key={hearingId} hearingId={hearingId} /> : <HearingDesk />;
}

/** 征集和调查: prepared, open, waiting for their result, reported. */
function HearingDesk() {
  usePageTitle('征集调查');
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state = shown.find((each) => each === search.get('state'));
  const kind = hearingKinds.find((each) => each === search.get('kind'));
  const list = useHearings({ ...(state && { state }), ...(kind && { kind }) });
  const set = (next: { state?: string | undefined; kind?: string | undefined }) =>
    setSearch({ ...(next.state && { state: next.state }), ...(next.kind && { kind: next.kind }) }, { replace: true });
  const prepare = () => void navigate('/portal/hearings/new');
  return (
    <>
      <PageHeader
        title="征集调查"
        acts={
          may('portal.hearing.write') && (
            <Button type="primary" onClick={prepare}>
              新建
            </Button>
          )
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <FilterChips<HearingKind | 'all'>
            label="按类别"
            value={kind ?? 'all'}
            onChange={(value) => set({ state, kind: value === 'all' ? undefined : value })}
            chips={[{ value: 'all', label: '不限' }, ...hearingKinds.map((value) => ({ value, label: hearingKindWord[value] }))]}
          />
          <FilterChips<HearingState | 'all'>
            label="按状态"
            value={state ?? 'all'}
            onChange={(value) => set({ kind, state: value === 'all' ? undefined : value })}
            chips={[{ value: 'all', label: '全部' }, ...shown.map((value) => ({ value, label: hearingLook[value].label }))]}
          />
        </div>
        <Card flush>
          <DataTable<HearingView>
            label="征集和调查"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/portal/hearings/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '征集和调查',
              list,
              empty:
                state || kind
                  ? { title: '没有符合的征集和调查', other: { key: 'clear', label: '清除筛选', onAct: () => set({}) } }
                  : {
                      title: '还没有征集和调查',
                      act: may('portal.hearing.write') ? { key: 'new', label: '新建', onAct: prepare } : undefined,
                    },
            })}
          />
        </Card>
      </div>
    </>
  );
}
