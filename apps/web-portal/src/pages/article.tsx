import type { PublicArticle } from '@karez/contracts-portal';
import type { JSX, ReactNode } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { articleHref } from '../components/article-list.js';
import { contentRoute } from '../content/content-route.js';
import { pathInSite, siteOf } from '../content/places.js';
import { dayCode, dayInWords } from '../language/dates.js';
import { factsOf, pathIn } from '../language/languages.js';
import type { MessageKey } from '../language/translate.js';
import { crumbsOf, navigationOf } from './column.js';
import type { PageContext } from './page.js';

/** One article: text, what the law wants said of it, and what stands beside it. */
export const articleRoute = (main: string, prefix: '' | '/units/:site') =>
  contentRoute<{ article: PublicArticle }>({
    path: `${prefix}/articles/:slug`,
    questions: ({ params, language }) => ({
      article: addressOf(reading.article, { site: siteOf(params, main), slug: params['slug'], language }),
    }),
    needs: ['article'],
    elsewhere: ({ article }) => {
      const { kind, goTo } = article.withdrawal ?? {};
      return goTo && (kind === 'redirect' || kind === 'substitute') ? inThisSite(goTo, main) : undefined;
    },
    view: (page, { article }) => ({
      title: article.title,
      ...(article.language !== page.language && { titleLang: 'zh-CN' as const }),
      description: article.summary ?? article.title,
      navigation: navigationOf(article.path),
      unit: article.site,
      crumbs: crumbsOf(page, article.site.code, article.path),
      pageTags: article.pageTags,
      unlisted: article.withdrawal !== undefined,
      main: <ArticleMain page={page} article={article} />,
    }),
  });

/** The service writes `/swj/articles/x` for an article of its own; whatever else leads elsewhere is an address. */
function inThisSite(goTo: string, main: string): string {
  const [, site, slug] = /^\/([a-z0-9-]+)\/articles\/(.+)$/.exec(goTo) ?? [];
  return site && slug ? pathInSite(site, main, `/articles/${slug}`) : goTo;
}

function ArticleMain({ page, article }: { page: PageContext; article: PublicArticle }): JSX.Element {
  const { t } = page;
  const foreign = article.language === page.language ? undefined : article.language;
  return (
    <div className="wrap side end">
      <article>
        <h1 lang={foreign} dir={foreign && factsOf(foreign).direction}>
          {article.title}
        </h1>
        {article.disclosure ? <DocumentFacts page={page} article={article} /> : <ArticleFacts page={page} article={article} />}
        {article.withdrawal && (
          <div className="notice warn" role="note">
            <b>{t('content.withdrawnOn', { day: dayInWords(new Date(article.withdrawal.at), page.language) })}</b>
            {article.withdrawal.notice}
          </div>
        )}
        {foreign && <p className="notice">{t('content.onlyChinese')}</p>}
        {article.translationReviewed === false && !foreign && <p className="notice warn">{t('content.unreviewed')}</p>}
        {/* cleaned by the service to the allow list of its editor; the policy of this site runs no script at all */}
        <div
          className="prose text"
          lang={foreign}
          dir={foreign && factsOf(foreign).direction}
          dangerouslySetInnerHTML={{ __html: article.body }}
        />
        {article.changeNote && (
          <p className="small muted note">
            {t('content.changeNote')}：{article.changeNote}
          </p>
        )}
      </article>
      <Beside page={page} article={article} />
    </div>
  );
}

type Fact = readonly [term: MessageKey, value: ReactNode];
const day = (page: PageContext, at: string): JSX.Element => (
  <time dateTime={dayCode(new Date(at))}>{dayInWords(new Date(at), page.language)}</time>
);

function DocumentFacts({ page, article }: { page: PageContext; article: PublicArticle }): JSX.Element {
  const { t } = page;
  const { theme, genre, documentNumber, formedOn, validity } = article.disclosure!;
  const facts: readonly Fact[] = [
    ['doc.index', <bdi dir="ltr">{article.indexNumber}</bdi>],
    ['doc.theme', t(`theme.${theme}`)],
    ['doc.issuer', article.orgName],
    ['doc.number', documentNumber],
    ['doc.formed', day(page, formedOn)],
    ['content.published', day(page, article.firstPublishedAt)],
    ['doc.genre', t(`genre.${genre}`)],
    ['doc.validity', validity && <span className={validity === 'valid' ? 'tag ok' : 'tag off'}>{t(`doc.${validity}`)}</span>],
  ];
  return <FactList page={page} facts={facts} />;
}

function ArticleFacts({ page, article }: { page: PageContext; article: PublicArticle }): JSX.Element {
  const { firstPublishedAt, publishedAt } = article;
  const facts: readonly Fact[] = [
    ['content.source', article.source],
    ['content.unit', article.orgName],
    ['content.published', day(page, firstPublishedAt)],
    ['content.updated', publishedAt !== firstPublishedAt && day(page, publishedAt)],
  ];
  return <FactList page={page} facts={facts} />;
}

function FactList({ page, facts }: { page: PageContext; facts: readonly Fact[] }): JSX.Element {
  return (
    <dl className="doc-facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{page.t(term)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Beside({ page, article }: { page: PageContext; article: PublicArticle }): JSX.Element {
  const { t } = page;
  const others = article.languages.filter(({ language }) => language !== article.language);
  const path = pathInSite(article.site.code, page.site.code, `/articles/${article.slug}`);
  return (
    <aside className="stack">
      {others.length > 0 && (
        <section className="panel sand">
          <h2>{t('content.languages')}</h2>
          <ul>
            {others.map(({ language, title }) => (
              <li key={language}>
                <a href={pathIn(language, path)} lang={language} hrefLang={language} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {article.related.length > 0 && (
        <section className="panel">
          <h2>{t('content.related')}</h2>
          <ul className="stack quiet">
            {article.related.map((row) => (
              <li key={row.articleId}>
                <a href={articleHref(page, row)}>{row.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
