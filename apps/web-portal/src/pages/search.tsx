import type { JSX } from 'react';
import { BodyLink, BodyName } from '../components/body-name.js';
import { DryWell } from '../components/dry-well.js';
import type { Body } from '../directory/directory.js';
import { mostResults, searchSite } from '../search/search-site.js';
import { kindNames } from './body.js';
import { href, type PageContext, type PageDefinition, type PageView } from './page.js';

export const longestQuery = 60;

/** The search page: asked by GET, answered fresh, never kept in the page cache. */
export function searchView(page: PageContext, pages: readonly PageDefinition[], typed: string): PageView {
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
        {query && <Results page={page} pages={pages} query={query} />}
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

function Results({ page, pages, query }: { page: PageContext; pages: readonly PageDefinition[]; query: string }): JSX.Element {
  const { t, site } = page;
  const results = searchSite(page, pages, query);
  if (results.found === 0) {
    return (
      <DryWell page={page} title={<h2>{t('search.none', { query })}</h2>}>
        <p>{t('search.noneText', { number: site.hotline })}</p>
        {!page.directory && <p>{t('directory.missingText', { number: site.hotline })}</p>}
      </DryWell>
    );
  }
  return (
    <>
      <p className="found">
        {t.count('search.found', results.found)}
        {results.found > mostResults && t('search.more', { count: mostResults })}
      </p>
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
