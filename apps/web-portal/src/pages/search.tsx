import type { SearchRow } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { articleHref } from '../components/article-list.js';
import { BodyLink, BodyName } from '../components/body-name.js';
import { DryWell } from '../components/dry-well.js';
import { MorePages } from '../components/more-pages.js';
import type { Body } from '../directory/directory.js';
import { dayCode } from '../language/dates.js';
import { mostResults, searchSite } from '../search/search-site.js';
import { kindNames } from './body.js';
import { href, type PageContext, type ListedPage, type PageView } from './page.js';

export const longestQuery = 60;

/** Articles found by the portal; absent when it does not answer. */
export interface FoundArticles {
  readonly items: readonly SearchRow[];
  readonly next?: string;
}
const nothing: FoundArticles = { items: [] };

/** The search page: asked by GET, answered fresh, never kept in the page cache. */
export function searchView(
  page: PageContext,
  pages: readonly ListedPage[],
  typed: string,
  articles: FoundArticles = nothing,
  after = '',
): PageView {
  const { t } = page;
  const query = typed.trim();
  return {
    title: query ? t('search.titleOf', { query }) : t('search.title'),
    description: t('search.label'),
    unlisted: true,
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1>{t('search.title')}</h1>
        </div>
        <SearchForm page={page} query={query} />
        {query && <Results page={page} pages={after ? undefined : pages} query={query} articles={articles} after={after} />}
      </div>
    ),
  };
}

function SearchForm({ page, query }: { page: PageContext; query: string }): JSX.Element {
  const { t } = page;
  return (
    <form className="ask" role="search" action={href(page, '/search')}>
      <label className="vh" htmlFor="ask">
        {t('search.label')}
      </label>
      <input id="ask" name="q" type="search" maxLength={longestQuery} defaultValue={query} placeholder={t('home.placeholder')} />
      <button className="btn">{t('search.button')}</button>
    </form>
  );
}

interface ResultsProps {
  readonly page: PageContext;
  /** Absent beyond the first page, which has articles alone. */
  readonly pages: readonly ListedPage[] | undefined;
  readonly query: string;
  readonly articles: FoundArticles;
  readonly after: string;
}
function Results({ page, pages, query, articles, after }: ResultsProps): JSX.Element {
  const { t, site } = page;
  const results = pages ? searchSite(page, pages, query) : { pages: [], bodies: [], found: 0 };
  if (results.found === 0 && articles.items.length === 0) {
    return (
      <DryWell page={page} title={<h2>{t('search.none', { query })}</h2>}>
        <p>{t('search.noneText', { number: site.hotline })}</p>
        {!page.directory && <p>{t('directory.missingText', { number: site.hotline })}</p>}
      </DryWell>
    );
  }
  return (
    <>
      {articles.items.length > 0 && <Articles page={page} query={query} articles={articles} after={after} />}
      {results.found > 0 && <h2 className="found">{t('search.places')}</h2>}
      {results.found > 0 && (
        <p className="found">
          {t.count('search.found', results.found)}
          {results.found > mostResults && t('search.more', { count: mostResults })}
        </p>
      )}
      <ul className="list big quiet">
        {results.pages.map(({ path, name }) => (
          <li key={path}>
            <a href={href(page, path)}>{t(name)}</a>
            <span className="meta">{t('search.page')}</span>
          </li>
        ))}
        {results.bodies.map((body) => (
          <BodyResult key={body.id} page={page} body={body} />
        ))}
      </ul>
    </>
  );
}

/** Articles with the words around what was found. */
function Articles({ page, query, articles, after }: Omit<ResultsProps, 'pages'>): JSX.Element {
  const { t } = page;
  return (
    <section>
      <h2 className="found">{t('search.articles')}</h2>
      <ul className="list big quiet">
        {articles.items.map((row) => (
          <li key={row.articleId}>
            <a href={articleHref(page, row)}>{row.title}</a>
            <time dateTime={dayCode(new Date(row.publishedAt))}>{dayCode(new Date(row.publishedAt))}</time>
            <span className="meta excerpt">{row.excerpt}</span>
            <span className="meta">
              <span className="tag">{row.columnName}</span>
              <span>{t('search.from', { site: row.siteName })}</span>
            </span>
          </li>
        ))}
      </ul>
      <MorePages page={page} path="/search" query={{ q: query, ...(after && { after }) }} next={articles.next} />
    </section>
  );
}

/** A body with what it is and whose it is: many offices have the same name. */
function BodyResult({ page, body }: { page: PageContext; body: Body }): JSX.Element {
  const above = page.directory?.parentOf(body);
  return (
    <li>
      <BodyLink page={page} body={body} />
      <span className="meta">
        <span>{page.t(kindNames[body.kind])}</span>
        {above && (
          <span>
            <BodyName page={page} body={above} />
          </span>
        )}
      </span>
    </li>
  );
}
