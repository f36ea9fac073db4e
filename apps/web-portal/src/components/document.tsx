import type { JSX, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { factsOf, languages, pathIn } from '../language/languages.js';
import { translatorFor } from '../language/translate.js';
import { type Crumb, href, type PageContext, type PageView } from '../pages/page.js';
import { themePath } from '../content/theme.js';
import { Footer } from './footer.js';
import { Masthead } from './masthead.js';

export type PageInput = Omit<PageContext, 't'>;

/** The whole HTML of a page. Equal input gives equal bytes. */
export function renderPage(input: PageInput, viewOf: (page: PageContext) => PageView): { html: string; view: PageView } {
  const page: PageContext = { ...input, t: translatorFor(input.language) };
  const view = viewOf(page);
  const html = (strip: boolean): string => `<!DOCTYPE html>${renderToStaticMarkup(<Document page={page} view={view} strip={strip} />)}`;
  const plain = html(false);
  // only after rendering is it known whether the page used a string that nobody has checked
  return { html: page.t.unreviewed ? html(true) : plain, view };
}

function Document({ page, view, strip }: { page: PageContext; view: PageView; strip: boolean }): JSX.Element {
  const { t, language, mode, assets } = page;
  return (
    <html lang={language} dir={factsOf(language).direction} data-mode={mode}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${view.title} - ${view.unit?.name ?? t('site.name')}`}</title>
        <meta name="description" content={view.description} />
        <PageTags page={page} view={view} />
        <link rel="stylesheet" href={assets.sheet} />
        {view.unit && view.unit.code !== page.site.code && <link rel="stylesheet" href={themePath(view.unit)} />}
        {view.feed && <link rel="alternate" type="application/rss+xml" title={view.title} href={page.publicUrl + href(page, view.feed)} />}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <Alternates page={page} view={view} />
      </head>
      <body>
        <a className="skip btn" href="#main">
          {t('skip')}
        </a>
        <Masthead page={page} view={view} />
        <main id="main">
          {strip && <UnreviewedStrip page={page} />}
          {page.path !== '/' && <Crumbs page={page} view={view} />}
          {view.main}
        </main>
        <Footer page={page} />
      </body>
    </html>
  );
}

/** The tags that the inspection of government sites reads (站点标签, 栏目标签). */
function PageTags({ page, view }: { page: PageContext; view: PageView }): ReactNode {
  const { t, site, publicUrl } = page;
  return (
    <>
      {view.pageTags ? (
        Object.entries(view.pageTags).map(([name, content]) => <meta key={name} name={name} content={content} />)
      ) : (
        <>
          <meta name="SiteName" content={view.unit?.name ?? t('site.name')} />
          <meta name="SiteDomain" content={new URL(publicUrl).host} />
          <meta name="SiteIDCode" content={view.unit?.idCode ?? site.siteCode} />
        </>
      )}
      {view.column && (
        <>
          <meta name="ColumnName" content={view.column.name} />
          <meta name="ColumnDescription" content={view.description} />
          <meta name="ColumnType" content={view.column.type} />
        </>
      )}
      {view.unlisted && <meta name="robots" content="noindex" />}
    </>
  );
}

function Alternates({ page, view }: { page: PageContext; view: PageView }): ReactNode {
  if (view.unlisted) return null;
  return (
    <>
      <link rel="canonical" href={page.publicUrl + href(page, page.path)} />
      {languages.map(({ language }) => (
        <link key={language} rel="alternate" hrefLang={language} href={page.publicUrl + pathIn(language, page.path)} />
      ))}
    </>
  );
}

function UnreviewedStrip({ page }: { page: PageContext }): JSX.Element {
  const { t } = page;
  return (
    <div className="strip" role="region" aria-label={t('strip.label')}>
      <div className="wrap">
        <b>{t('strip.title')}</b>
        <span>{t('strip.text')}</span>
        <a href={page.back} lang="zh-CN" hrefLang="zh-CN">
          中文版
        </a>
      </div>
    </div>
  );
}

function Crumbs({ page, view }: { page: PageContext; view: PageView }): JSX.Element {
  const { t } = page;
  const above: readonly Crumb[] = [{ label: t('nav.home'), path: '/' }, ...(view.crumbs ?? [])];
  return (
    <nav className="wrap crumbs quiet" aria-label={t('crumbs.label')}>
      <ol>
        {above.map(({ label, path, lang }) => (
          <li key={path}>
            <a href={href(page, path)} lang={lang}>
              {label}
            </a>
          </li>
        ))}
        <li>
          <span aria-current="page" lang={view.titleLang}>
            {view.title}
          </span>
        </li>
      </ol>
    </nav>
  );
}
