import type { PublicArticleRow } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { pathInSite } from '../content/places.js';
import { dayCode } from '../language/dates.js';
import { href, type PageContext } from '../pages/page.js';

interface ArticleListProps {
  readonly page: PageContext;
  readonly rows: readonly PublicArticleRow[];
  /** With summary and column, on a page that is nothing but the list. */
  readonly whole?: boolean;
}

/** Articles: title first, date at the end, what it is under it. */
export function ArticleList({ page, rows, whole = false }: ArticleListProps): JSX.Element {
  return (
    <ul className={whole ? 'list big quiet' : 'list quiet'}>
      {rows.map((row) => (
        <li key={row.articleId}>
          <a href={articleHref(page, row)}>{row.title}</a>
          <time dateTime={dayCode(new Date(row.publishedAt))}>{dayCode(new Date(row.publishedAt))}</time>
          {(whole || row.withdrawn) && (
            <span className="meta">
              {row.withdrawn && <span className="tag off">{page.t('content.withdrawn')}</span>}
              {whole && <span className="tag">{row.columnName}</span>}
              {whole && <span>{row.source}</span>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export const articleHref = (page: PageContext, { site, slug }: Pick<PublicArticleRow, 'site' | 'slug'>): string =>
  href(page, pathInSite(site, page.site.code, `/articles/${slug}`));
