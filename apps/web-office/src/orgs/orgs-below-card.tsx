import type { ListOrgs, OrgRow, OrgView } from '@karez/contracts-identity';
import { Card, DataTable, type Column } from '@karez/web-ui';
import { Link } from 'react-router';
import { api } from '../app/api.js';
import { insteadOfRows } from '../app/instead.js';
import { useKeyset } from '../app/keyset.js';
import { orgKindWord } from '../words/org-words.js';
import { orgsKey } from './org-queries.js';

const columns: readonly Column<OrgRow>[] = [
  { key: 'name', title: '名称', cell: ({ name }) => name, phone: 'title' },
  { key: 'kind', title: '类别', cell: ({ kind }) => orgKindWord[kind], width: '96px', phone: 'meta' },
  { key: 'code', title: '区划代码', cell: ({ divisionCode }) => divisionCode ?? '—', width: '96px', phone: 'none' },
  { key: 'below', title: '下级', cell: ({ children }) => (children > 0 ? `${children} 个` : '—'), width: '72px', phone: 'none' },
];

export function OrgsBelowCard({ org }: { org: OrgView }) {
  const list = useKeyset<ListOrgs, OrgRow>(
    [...orgsKey, 'below'],
    (page: ListOrgs, options) => api.identity.listOrgs(page, options),
    { parentId: org.id, sort: 'order' },
    { enabled: org.children > 0 },
  );
  return (
    <Card title="下级机构" note={org.children > 0 ? `${org.children} 个` : undefined} flush>
      {org.children === 0 ? (
        <p className="kz-caption office-line">没有下级机构。</p>
      ) : (
        <DataTable<OrgRow>
          label="下级机构"
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/orgs/${id}`}
          link={Link}
          state={list.state}
          instead={insteadOfRows({ label: '下级机构', list, empty: { title: '没有下级机构' } })}
          onMore={list.onMore}
          loadingMore={list.loadingMore}
        />
      )}
    </Card>
  );
}
