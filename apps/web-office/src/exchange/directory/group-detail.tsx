import type { BodyRow, ListBodies } from '@karez/contracts-exchange';
import { Card, DataTable, PageHeader, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { useMay } from '../../app/person-self.js';
import { bodyKindWord } from './body-kind.js';
import { groupsQuery } from './body-queries.js';
import { KeyState } from './key-state.js';

const columns: readonly Column<BodyRow>[] = [
  { key: 'name', title: '单位', cell: ({ name }) => name, phone: 'title' },
  { key: 'kind', title: '类别', cell: ({ kind }) => bodyKindWord(kind), width: '96px', phone: 'meta' },
  { key: 'code', title: '区划代码', cell: ({ divisionCode }) => divisionCode ?? '—', width: '96px', phone: 'none' },
  { key: 'node', title: '所在节点', cell: ({ nodeName }) => nodeName ?? '本节点', width: '160px' },
  { key: 'key', title: '密钥', cell: ({ keyValidUntil }) => <KeyState validUntil={keyValidUntil} />, width: '160px' },
];

/** Who is in one group now. */
export function GroupDetail({ group }: { group: string }) {
  const groups = useQuery(groupsQuery);
  const list = useKeyset<ListBodies, BodyRow>(
    ['exchange', 'directory', 'group'],
    (page, options) => api.exchange.listBodies(page, options),
    { group, limit: 60 },
  );
  const may = useMay();
  const navigate = useNavigate();
  const known = groups.data?.items.find(({ id }) => id === group);
  return (
    <>
      <PageHeader
        level={2}
        title={known?.name ?? '单位组'}
        meta={known && `${known.members} 家，按今天的通讯录`}
        acts={
          may('exchange.document.write') && (
            <Button onClick={() => void navigate(`/exchange/documents/new?to=${encodeURIComponent(`group:${group}`)}`)}>
              向这一组发公文
            </Button>
          )
        }
      />
      <div className="kz-page">
        <Card title="成员" flush>
          <DataTable<BodyRow>
            label="成员"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/exchange/directory/${id}`}
            link={Link}
            state={list.state}
            instead={insteadOfRows({ label: '成员', list, empty: { title: '这一组现在没有单位' } })}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
          />
        </Card>
      </div>
    </>
  );
}
