import type { BodyRow, BodyView, ListBodies } from '@karez/contracts-exchange';
import { Card, DataTable, type Column } from '@karez/web-ui';
import { Link } from 'react-router';
import { api } from '../../app/api.js';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { bodyKindWord } from './body-kind.js';
import { KeyState } from './key-state.js';

const columns: readonly Column<BodyRow>[] = [
  { key: 'name', title: '名称', cell: ({ name }) => name, phone: 'title' },
  { key: 'kind', title: '类别', cell: ({ kind }) => bodyKindWord(kind), width: '96px', phone: 'meta' },
  { key: 'below', title: '下级', cell: ({ children }) => (children > 0 ? `${children} 家` : '—'), width: '72px', phone: 'none' },
  { key: 'key', title: '密钥', cell: ({ keyValidUntil }) => <KeyState validUntil={keyValidUntil} />, width: '160px' },
];

export function BodiesBelowCard({ body }: { body: BodyView }) {
  const list = useKeyset<ListBodies, BodyRow>(
    ['exchange', 'directory', 'below'],
    (page, options) => api.exchange.listBodies(page, options),
    { parentId: body.id },
    { enabled: body.children > 0 },
  );
  return (
    <Card title="下级收文单位" note={body.children > 0 ? `${body.children} 家` : undefined} flush>
      {body.children === 0 ? (
        <p className="kz-caption office-line">没有下级收文单位。</p>
      ) : (
        <DataTable<BodyRow>
          label="下级收文单位"
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/exchange/directory/${id}`}
          link={Link}
          state={list.state}
          instead={insteadOfRows({ label: '下级收文单位', list, empty: { title: '没有下级收文单位' } })}
          onMore={list.onMore}
          loadingMore={list.loadingMore}
        />
      )}
    </Card>
  );
}
