import { type OfficeFound, searchKinds, searchKindWords, type SearchKind, type SearchOffice } from '@karez/contracts-oa';
import { Card, EmptyState, FilterChips, LoadingRows, PageHeader } from '@karez/web-ui';
import { Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { useKeyset } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortDate } from '../../app/time.js';
import { oa, oaKey } from '../oa-client.js';
import { marked } from './marked.js';
import './search.css';

/** 检索: full text over what the office holds, as far as the post may open it. */
export function SearchPage() {
  usePageTitle('检索');
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const kind = searchKinds.find((each) => each === search.get('kind'));
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title="检索" meta="标题、字号和全文，只列您能打开的" />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input.Search
            allowClear
            defaultValue={q}
            maxLength={60}
            placeholder="词语、标题片段或字号"
            aria-label="检索词"
            onSearch={(words) => set('q', words.trim() || undefined)}
          />
          <FilterChips<SearchKind | 'all'>
            label="按类别"
            value={kind ?? 'all'}
            onChange={(value) => set('kind', value === 'all' ? undefined : value)}
            chips={[{ value: 'all', label: '全部' }, ...searchKinds.map((value) => ({ value, label: searchKindWords[value] }))]}
          />
          <label className="office-date">
            从
            <Input type="date" value={from} max={to || undefined} onChange={({ target }) => set('from', target.value || undefined)} />
          </label>
          <label className="office-date">
            到
            <Input type="date" value={to} min={from || undefined} onChange={({ target }) => set('to', target.value || undefined)} />
          </label>
        </div>
        <Card flush>
          {q ? (
            <Results request={{ q, ...(kind && { kind }), ...(from && { from }), ...(to && { to }) }} />
          ) : (
            <EmptyState title="输入要找的词">多个词用空格隔开，都出现的才列出。</EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}

function Results({ request }: { request: SearchOffice }) {
  const list = useKeyset([...oaKey, 'search'], (page: SearchOffice, options) => oa.searchOffice(page, options), request);
  if (list.state === 'loading') return <LoadingRows label="检索结果" rows={5} />;
  const empty = { title: `没有找到「${request.q}」`, words: '换一个词，或放宽类别和日期。' };
  const instead = insteadOfRows({ label: '检索结果', list, empty });
  if (list.rows.length === 0) return <>{instead}</>;
  return (
    <>
      {list.state !== 'ready' && instead}
      <ul className="se-results" aria-label="检索结果">
        {list.rows.map((found) => (
          <Result key={`${found.kind} ${found.subjectId}`} found={found} />
        ))}
      </ul>
      {list.onMore && (
        <div className="kz-table-foot">
          <span>已显示 {list.rows.length} 件</span>
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            再显示一页
          </button>
        </div>
      )}
    </>
  );
}

const Result = ({ found: { kind, title, number, orgName, excerpt, words, href, at } }: { found: OfficeFound }) => (
  <li>
    <Link to={href}>{marked(title, words)}</Link>
    {excerpt && <p>{marked(excerpt, words)}</p>}
    <span className="kz-caption">{[searchKindWords[kind], number, orgName, shortDate(at)].filter(Boolean).join('，')}</span>
  </li>
);
