import type { ArticleRow } from '@karez/contracts-portal';
import { Card, DataTable, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { editionLook, languageWord } from '../edition-words.js';
import { useArticles } from '../portal-queries.js';
import { ArticleFilters } from './article-filters.js';
import { useArticleFilter } from './use-article-filter.js';
import '../portal.css';

const columns: readonly Column<ArticleRow>[] = [
  {
    key: 'title',
    title: '标题',
    phone: 'title',
    cell: ({ title, language, number }) => (
      <>
        <span dir="auto">{title}</span> {language !== 'zh-CN' && <span className="kz-caption">{languageWord[language]}</span>}
        {number > 1 && <span className="kz-caption"> 第 {number} 版</span>}
      </>
    ),
  },
  { key: 'column', title: '栏目', cell: ({ columnName }) => columnName, width: '120px', phone: 'meta' },
  { key: 'state', title: '状态', cell: (row) => <ArticleState row={row} />, width: '148px', phone: 'meta' },
  {
    key: 'hits',
    title: '文字检查',
    width: '92px',
    phone: 'meta',
    cell: ({ openHits }) => (openHits > 0 ? <span className="portal-open">{openHits} 处待处理</span> : '无待处理'),
  },
  { key: 'by', title: '最后保存', cell: ({ savedByName }) => savedByName, width: '136px', phone: 'meta' },
  { key: 'at', title: '时间', cell: (row) => shortTime(row.publishedAt ?? row.savedAt), width: '104px', phone: 'meta' },
];

function ArticleState({ row: { state, publishAt } }: { row: ArticleRow }) {
  const look = editionLook[state];
  if (state === 'scheduled' && publishAt) return <StateDot look={{ ...look, label: `定于 ${shortTime(publishAt)}` }} />;
  return <StateDot look={look} />;
}

/** 稿件: what is written, under review, waits for publishing, and what the public reads. */
export function ArticlesPage() {
  usePageTitle('稿件');
  const may = useMay();
  const navigate = useNavigate();
  const { filter, set } = useArticleFilter();
  const list = useArticles(filter);
  const write = () => void navigate('/portal/articles/new');
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="稿件"
        acts={
          may('portal.article.write') && (
            <Button type="primary" onClick={write}>
              写稿
            </Button>
          )
        }
      />
      <div className="kz-page">
        <ArticleFilters filter={filter} set={set} />
        <Card flush>
          <DataTable<ArticleRow>
            label="稿件"
            columns={columns}
            rows={list.rows}
            rowKey={({ editionId }) => editionId}
            rowHref={({ editionId }) => `/portal/articles/${editionId}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '稿件',
              list,
              empty: filtered
                ? { title: '没有符合的稿件', other: { key: 'clear', label: '清除筛选', onAct: () => set({}) } }
                : {
                    title: '还没有稿件',
                    words: '写好送审，审核通过后发布。',
                    act: may('portal.article.write') ? { key: 'new', label: '写稿', onAct: write } : undefined,
                  },
            })}
          />
        </Card>
      </div>
    </>
  );
}
