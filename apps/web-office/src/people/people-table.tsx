import type { PersonRow } from '@karez/contracts-identity';
import { DataTable, StateDot, type Act, type Column } from '@karez/web-ui';
import { Link } from 'react-router';
import { insteadOfRows } from '../app/instead.js';
import type { KeysetList } from '../app/keyset.js';
import { shortTime } from '../app/time.js';
import { personLook } from '../words/person-look.js';

const all = {
  name: { key: 'name', title: '姓名', cell: ({ name }) => name, phone: 'title', sort: { up: 'name', down: '-name' } },
  account: { key: 'account', title: '账号', cell: ({ account }) => account, sort: { up: 'account', down: '-account' }, phone: 'none' },
  org: { key: 'org', title: '单位', cell: ({ orgName }) => orgName ?? '没有岗位', phone: 'meta' },
  title: { key: 'title', title: '岗位', cell: ({ title }) => title ?? '—', phone: 'meta' },
  state: { key: 'state', title: '状态', cell: ({ state }) => <StateDot look={personLook[state]} />, width: '96px', phone: 'meta' },
  seen: {
    key: 'seen',
    title: '最近登录',
    cell: ({ lastSignedInAt }) => (lastSignedInAt ? shortTime(lastSignedInAt) : '从未登录'),
    width: '128px',
    phone: 'none',
  },
} satisfies Record<string, Column<PersonRow>>;
export type PeopleColumn = keyof typeof all;

interface PeopleTableProps {
  list: KeysetList<PersonRow>;
  columns: readonly PeopleColumn[];
  empty: { readonly title: string; readonly words?: string; readonly act?: Act; readonly other?: Act };
  sort?: string;
  onSort?: (sort: string) => void;
}

export const PeopleTable = ({ list, columns, empty, sort, onSort }: PeopleTableProps) => (
  <DataTable<PersonRow>
    label="人员"
    columns={columns.map((key) => all[key])}
    rows={list.rows}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `/people/${id}`}
    link={Link}
    state={list.state}
    instead={insteadOfRows({ label: '人员', list, empty })}
    sort={sort}
    onSort={onSort}
    onMore={list.onMore}
    loadingMore={list.loadingMore}
  />
);
