import type { JSX } from 'react';
import { BodyLink } from '../components/body-name.js';
import { href, type ListedPage, type PageContext, type PageDefinition } from './page.js';

/** The site map for people: every page by name, and the bureaus of the prefectures. */
export function sitemapPage(pages: () => readonly ListedPage[]): PageDefinition {
  return {
    path: '/sitemap',
    name: 'sitemap.title',
    tags: ['directory'],
    view: (page) => ({
      title: page.t('sitemap.title'),
      description: page.t('sitemap.lede'),
      main: <SitemapMain page={page} pages={pages()} />,
    }),
  };
}

function SitemapMain({ page, pages }: { page: PageContext; pages: readonly ListedPage[] }): JSX.Element {
  const { t, directory } = page;
  return (
    <div className="wrap">
      <div className="page-head">
        <h1>{t('sitemap.title')}</h1>
        <p className="lede">{t('sitemap.lede')}</p>
      </div>
      <section className="bodies">
        <h2>{t('sitemap.pages')}</h2>
        <ul className="units quiet">
          {[...pages.map(({ path, name }) => ({ path, name })), { path: '/search', name: 'search.title' as const }].map(
            ({ path, name }) => (
              <li key={path}>
                <a href={href(page, path)}>{t(name)}</a>
              </li>
            ),
          )}
        </ul>
      </section>
      {directory && (
        <section className="bodies">
          <h2>{t('directory.prefectures')}</h2>
          <ul className="units quiet">
            {directory.prefectures.map(({ bureau }) => (
              <li key={bureau.id}>
                <BodyLink page={page} body={bureau} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
