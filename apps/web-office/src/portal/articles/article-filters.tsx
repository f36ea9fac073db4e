import { SearchOutlined } from '@ant-design/icons';
import type { EditionState, ListArticles } from '@karez/contracts-portal';
import { FilterChips } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { editionLook } from '../edition-words.js';
import { columnsQuery, sitesQuery } from '../portal-queries.js';

type Filter = Pick<ListArticles, 'siteId' | 'columnId' | 'state' | 'q'>;
const shown: readonly EditionState[] = ['draft', 'in_review', 'approved', 'scheduled', 'live', 'withdrawn'];
const typingPause = 250;

/** Words (`/`), site, column, state. */
export function ArticleFilters({ filter, set }: { filter: Filter; set: (filter: Filter) => void }) {
  const { data: sites } = useQuery(sitesQuery);
  const { data: columns } = useQuery(columnsQuery(filter.siteId ?? ''));
  const { q, state, siteId, columnId } = filter;
  const [typed, setTyped] = useState(q ?? '');
  useEffect(() => {
    if (typed.trim() === (q ?? '')) return;
    const timer = setTimeout(() => set({ ...filter, q: typed.trim() || undefined }), typingPause);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the pause anew
  }, [typed]);
  useEffect(() => {
    if (!q) setTyped('');
  }, [q]);
  return (
    <div className="office-filters portal-filters" data-filter>
      <Input
        type="search"
        prefix={<SearchOutlined />}
        allowClear
        value={typed}
        maxLength={60}
        placeholder="标题"
        aria-label="搜稿件"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        allowClear
        value={siteId}
        placeholder="全部站点"
        aria-label="按站点"
        options={(sites?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen: string | undefined) => set({ ...filter, siteId: chosen, columnId: undefined })}
      />
      {siteId && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={columnId}
          placeholder="全部栏目"
          aria-label="按栏目"
          options={(columns?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen: string | undefined) => set({ ...filter, columnId: chosen })}
        />
      )}
      <FilterChips<EditionState | 'all'>
        label="按状态"
        value={state ?? 'all'}
        onChange={(value) => set({ ...filter, state: value === 'all' ? undefined : value })}
        chips={[{ value: 'all', label: '全部' }, ...shown.map((value) => ({ value, label: editionLook[value].label }))]}
      />
    </div>
  );
}
