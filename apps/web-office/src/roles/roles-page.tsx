import { SearchOutlined } from '@ant-design/icons';
import type { RoleRow } from '@karez/contracts-identity';
import { Card, DataTable, PageHeader, type Column } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { insteadOfRows } from '../app/instead.js';
import { usePageTitle } from '../app/page-title.js';
import { useMay } from '../app/person-self.js';
import { useRoles } from './role-queries.js';

const columns: readonly Column<RoleRow>[] = [
  { key: 'name', title: '角色', cell: ({ name }) => name, phone: 'title', sort: { up: 'name' } },
  { key: 'description', title: '说明', cell: ({ description }) => description ?? '—', phone: 'meta' },
  { key: 'code', title: '代码', cell: ({ code }) => <span className="kz-mono">{code}</span>, sort: { up: 'code' } },
  { key: 'permissions', title: '权限', cell: ({ permissionCount }) => `${permissionCount} 项`, width: '80px' },
  { key: 'grants', title: '已授予', cell: ({ grantCount }) => `${grantCount} 个岗位`, width: '104px' },
  { key: 'origin', title: '来源', cell: ({ builtIn }) => (builtIn ? '内置' : '本单位设置'), width: '104px', phone: 'none' },
];

export function RolesPage() {
  usePageTitle('角色与授权');
  const may = useMay();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [sort, setSort] = useState<'name' | 'code'>('name');
  const q = useDeferredValue(words.trim());
  const list = useRoles({ sort, ...(q && { q }) });
  return (
    <>
      <PageHeader
        title="角色与授权"
        meta="角色是一组权限；授予岗位时另定范围"
        acts={
          may('identity.role.write') && (
            <Button type="primary" onClick={() => void navigate('/roles/new')}>
              新建角色
            </Button>
          )
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={words}
            maxLength={60}
            placeholder="角色名称或代码"
            aria-label="搜角色"
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <Card flush>
          <DataTable<RoleRow>
            label="角色"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/roles/${id}`}
            link={Link}
            state={list.state}
            sort={sort}
            onSort={(value) => setSort(value === 'code' ? 'code' : 'name')}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({ label: '角色', list, empty: q ? { title: `没有符合「${q}」的角色` } : { title: '还没有角色' } })}
          />
        </Card>
      </div>
    </>
  );
}
