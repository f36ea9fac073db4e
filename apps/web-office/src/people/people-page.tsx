import { SearchOutlined } from '@ant-design/icons';
import type { ListPeople } from '@karez/contracts-identity';
import { Card, FilterChips, PageHeader } from '@karez/web-ui';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePageTitle } from '../app/page-title.js';
import { useMay } from '../app/person-self.js';
import { OrgPicker } from '../orgs/org-picker.js';
import { PeopleTable } from './people-table.js';
import { usePeople } from './people-queries.js';

const sorts = ['name', '-name', 'account', '-account', '-created'] as const;
const states = ['active', 'disabled'] as const;
const oneOf = <V extends string>(values: readonly V[], value: string | null): V | undefined => values.find((each) => each === value);

/** The filter stands in the address: it can be sent to a colleague, and Back undoes it. */
export function PeoplePage() {
  usePageTitle('人员');
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const q = useDeferredValue(words.trim());
  const orgId = search.get('org') ?? undefined;
  const state = oneOf(states, search.get('state'));
  const below = search.get('below') === '1';
  const sort = oneOf(sorts, search.get('sort')) ?? 'name';
  const request: ListPeople = { sort, ...(q && { q }), ...(orgId && { orgId, below }), ...(state && { state }) };
  const list = usePeople(request);
  const set = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  const filtered = Boolean(q || orgId || state);
  const clear = () => {
    setWords('');
    setSearch({}, { replace: true });
  };
  return (
    <>
      <PageHeader
        title="人员"
        acts={
          may('identity.person.write') && (
            <Button type="primary" onClick={() => void navigate(orgId ? `/people/new?org=${orgId}` : '/people/new')}>
              登记人员
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
            placeholder="姓名、拼音或账号"
            aria-label="搜人员"
            onChange={(event) => setWords(event.target.value)}
            onBlur={() => set({ q: q || undefined })}
          />
          {may('identity.org.read') && (
            <>
              <OrgPicker
                label="按单位"
                placeholder="全部单位"
                allowClear
                value={orgId}
                onChange={(value) => set({ org: value, below: value && '1' })}
              />
              {orgId && (
                <Checkbox checked={below} onChange={(event) => set({ below: event.target.checked ? '1' : undefined })}>
                  含下级
                </Checkbox>
              )}
            </>
          )}
          <FilterChips
            label="按状态"
            value={state ?? 'all'}
            onChange={(value) => set({ state: value === 'all' ? undefined : value })}
            chips={[
              { value: 'all', label: '全部' },
              { value: 'active', label: '在用' },
              { value: 'disabled', label: '已停用' },
            ]}
          />
        </div>
        <Card flush>
          <PeopleTable
            list={list}
            columns={['name', 'account', 'org', 'title', 'state', 'seen']}
            sort={sort}
            onSort={(value) => set({ sort: value })}
            empty={
              filtered
                ? {
                    title: q ? `没有符合「${q}」的人员` : '没有符合筛选的人员',
                    words: '只显示您管辖范围内的人员。',
                    other: { key: 'clear', label: '清除筛选', onAct: clear },
                  }
                : { title: '还没有登记人员' }
            }
          />
        </Card>
      </div>
    </>
  );
}
