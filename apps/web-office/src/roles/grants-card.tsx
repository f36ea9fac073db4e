import type { GrantRow, RoleView } from '@karez/contracts-identity';
import { Card, DataTable, type Column } from '@karez/web-ui';
import { Link } from 'react-router';
import { insteadOfRows } from '../app/instead.js';
import { scopeText } from '../words/scope-words.js';
import { useGrants } from './role-queries.js';

const columns: readonly Column<GrantRow>[] = [
  { key: 'person', title: '姓名', cell: ({ personName }) => personName, phone: 'title' },
  { key: 'org', title: '单位', cell: ({ orgName }) => orgName },
  { key: 'title', title: '岗位', cell: ({ title }) => title },
  { key: 'scope', title: '范围', cell: ({ scope }) => scopeText(scope) },
];

/** Who carries this role. Granting and withdrawing happen on the person's page, where all their roles are seen together. */
export function GrantsCard({ role }: { role: RoleView }) {
  const list = useGrants({ roleId: role.id });
  return (
    <Card title="授予了谁" note={`${role.grantCount} 个岗位，在人员页授予和收回`} flush>
      <DataTable<GrantRow>
        label="授权"
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ personId }) => `/people/${personId}`}
        link={Link}
        state={list.state}
        onMore={list.onMore}
        loadingMore={list.loadingMore}
        instead={insteadOfRows({ label: '授权', list, empty: { title: '还没有授予任何岗位', words: '打开一个人员，在「角色」里授予。' } })}
      />
    </Card>
  );
}
