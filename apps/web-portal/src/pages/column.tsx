import type { ColumnPage, PublicColumn } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { ArticleList } from '../components/article-list.js';
import { EmptyColumn } from '../components/empty-column.js';
import { MorePages } from '../components/more-pages.js';
import { contentRoute } from '../content/content-route.js';
import { pathInSite, siteOf } from '../content/places.js';
import { type Crumb, href, type NavigationEntry, type PageContext } from './page.js';

/** The articles of a column and of those below it, the latest first. */
export const columnRoute = (main: string, prefix: '' | '/units/:site') =>
  contentRoute<{ column: ColumnPage }>({
    path: `${prefix}/columns/:column`,
    query: ['after'],
    questions: ({ params, query, language }) => ({
      column: addressOf(reading.column, { site: siteOf(params, main), column: params['column'], language, after: query['after'] }),
    }),
    needs: ['column'],
    view: (page, { column: found }, { query }) => ({
      title: found.column.name,
      description: found.column.description ?? found.column.name,
      navigation: navigationOf(found.path),
      unit: found.site,
      crumbs: crumbsOf(page, found.site.code, found.path.slice(0, -1)),
      column: { name: found.column.name, type: found.column.type },
      feed: pathInSite(found.site.code, main, `/columns/${found.column.code}/feed.xml`),
      unlisted: query['after'] !== undefined,
      main: <ColumnMain page={page} found={found} query={query} />,
    }),
  });

export const crumbsOf = (page: PageContext, site: string, columns: readonly PublicColumn[]): Crumb[] =>
  columns.map(({ name, code }) => ({ label: name, path: pathInSite(site, page.site.code, `/columns/${code}`) }));

/** Columns of 互动 belong to the entry where one can write; all others are what the office publishes. */
export const navigationOf = (path: readonly PublicColumn[]): NavigationEntry =>
  path.some(({ type }) => type === 'interaction') ? '/interaction' : '/open-government';

function ColumnMain({
  page,
  found,
  query,
}: {
  page: PageContext;
  found: ColumnPage;
  query: Readonly<Record<string, string>>;
}): JSX.Element {
  const { t } = page;
  const { column, children, items, next, site } = found;
  const path = pathInSite(site.code, page.site.code, `/columns/${column.code}`);
  const beside = children.length > 0;
  return (
    <div className="wrap">
      <div className="page-head head">
        <h1>{column.name}</h1>
        <a className="more" href={href(page, `${path}/feed.xml`)} type="application/rss+xml">
          {t('content.feed')}
        </a>
      </div>
      <div className={beside ? 'side' : undefined}>
        {beside && (
          <nav className="toc" aria-label={t('content.below')}>
            <h2>{t('content.below')}</h2>
            <ul className="quiet">
              {children.map((child) => (
                <li key={child.id}>
                  <a href={href(page, pathInSite(site.code, page.site.code, `/columns/${child.code}`))}>{child.name}</a>
                  <span className="n">{child.liveArticles}</span>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div>
          {items.length > 0 ? <ArticleList page={page} rows={items} whole /> : <EmptyColumn page={page} />}
          <MorePages page={page} path={path} query={query} next={next} />
        </div>
      </div>
    </div>
  );
}
