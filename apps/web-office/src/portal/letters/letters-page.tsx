import { type LetterKind, letterKinds, type LetterRow, type LetterState, letterStates } from '@karez/contracts-portal';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { DeskDue } from '../desk-due.js';
import { useLetters } from '../portal-queries.js';
import { LetterPage } from './letter-page.js';
import { isOpenLetter, letterKindWord, letterLook } from './letter-words.js';
import '../portal.css';

const columns: readonly Column<LetterRow>[] = [
  {
    ...{ key: 'due', title: '时限', width: '116px', phone: 'meta' },
    cell: ({ dueAt, state }) => <DeskDue dueAt={dueAt} open={isOpenLetter(state)} />,
  },
  { key: 'subject', title: '来信', phone: 'title', cell: ({ subject }) => subject },
  { key: 'kind', title: '类别', width: '84px', phone: 'meta', cell: ({ kind }) => letterKindWord[kind] },
  { key: 'state', title: '状态', width: '112px', phone: 'meta', cell: ({ state }) => <StateDot look={letterLook[state]} /> },
  { key: 'org', title: '承办', width: '160px', phone: 'meta', cell: ({ orgName, state }) => (state === 'received' ? '未转办' : orgName) },
  { key: 'at', title: '收到', width: '104px', phone: 'meta', cell: ({ receivedAt }) => shortTime(receivedAt) },
];

export function LettersPage() {
  const { letterId } = useParams();
  return letterId ? <LetterPage key={letterId} letterId={letterId} /> : <LetterDesk />;
}

/** 来信: what is due first comes first. */
function LetterDesk() {
  usePageTitle('来信');
  const [search, setSearch] = useSearchParams();
  const state = letterStates.find((each) => each === search.get('state'));
  const kind = letterKinds.find((each) => each === search.get('kind'));
  const list = useLetters({ sort: 'due', ...(state && { state }), ...(kind && { kind }) });
  const set = (next: { state?: string | undefined; kind?: string | undefined }) =>
    setSearch({ ...(next.state && { state: next.state }), ...(next.kind && { kind: next.kind }) }, { replace: true });
  return (
    <>
      <PageHeader title="来信" meta="从收到之日起按类别计时，转办不重新起算" />
      <div className="kz-page">
        <div className="office-filters portal-filters" data-filter>
          <Select<LetterKind>
            allowClear
            value={kind}
            placeholder="全部类别"
            aria-label="按类别"
            options={letterKinds.map((value) => ({ value, label: letterKindWord[value] }))}
            onChange={(chosen: LetterKind | undefined) => set({ state, kind: chosen })}
          />
          <FilterChips<LetterState | 'all'>
            label="按状态"
            value={state ?? 'all'}
            onChange={(value) => set({ kind, state: value === 'all' ? undefined : value })}
            chips={[{ value: 'all', label: '全部' }, ...letterStates.map((value) => ({ value, label: letterLook[value].label }))]}
          />
        </div>
        <Card flush>
          <DataTable<LetterRow>
            label="来信"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/portal/letters/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '来信',
              list,
              empty:
                state || kind
                  ? { title: '没有符合的来信', other: { key: 'clear', label: '清除筛选', onAct: () => set({}) } }
                  : { title: '没有来信', words: '公众在网站“互动交流”里写的信到这里。' },
            })}
          />
        </Card>
      </div>
    </>
  );
}
