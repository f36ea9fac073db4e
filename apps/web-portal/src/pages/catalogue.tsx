import type { DisclosureFacets, DisclosureRow, SiteHome } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { articleHref } from '../components/article-list.js';
import { Doors } from '../components/doors.js';
import { EmptyColumn } from '../components/empty-column.js';
import { MorePages } from '../components/more-pages.js';
import { contentRoute } from '../content/content-route.js';
import { dayCode } from '../language/dates.js';
import type { MessageKey } from '../language/translate.js';
import { href, type PageContext } from './page.js';

interface Listed {
  readonly items: readonly DisclosureRow[];
  readonly next?: string;
}
type Query = Readonly<Record<string, string>>;
const navigation = '/open-government';

/** 政务公开: the columns of what is published by law, the catalogue, and asking for more. */
export const openGovernmentRoute = (site: string) =>
  contentRoute<{ home: SiteHome }>({
    path: navigation,
    questions: ({ language }) => ({ home: addressOf(reading.home, { site, language }) }),
    needs: ['home'],
    view: (page, { home }) => ({
      title: page.t('nav.openGovernment'),
      description: page.t('open.lede'),
      navigation,
      column: { name: page.t('nav.openGovernment'), type: page.t('nav.openGovernment') },
      main: (
        <div className="wrap">
          <div className="page-head">
            <h1>{page.t('nav.openGovernment')}</h1>
            <p className="lede">{page.t('open.lede')}</p>
          </div>
          <Doors
            page={page}
            doors={[
              { path: '/open-government/catalogue', name: page.t('catalogue.title'), hint: page.t('open.catalogueHint') },
              { path: '/requests/write', name: page.t('open.request'), hint: page.t('open.requestHint') },
              { path: '/requests/follow', name: page.t('open.follow'), hint: page.t('open.followHint') },
            ]}
          />
          <section className="bodies">
            <h2>{page.t('content.columns')}</h2>
            <ul className="units quiet">
              {home.columns
                .filter(({ type, liveArticles }) => type !== 'interaction' && liveArticles > 0)
                .map(({ id, code, name, liveArticles }) => (
                  <li key={id}>
                    <a href={href(page, `/columns/${code}`)}>{name}</a> <span className="muted small">{liveArticles}</span>
                  </li>
                ))}
            </ul>
          </section>
        </div>
      ),
    }),
  });

/** 政府信息公开目录. */
export const catalogueRoute = (site: string) =>
  contentRoute<{ list: Listed; facets: DisclosureFacets }>({
    path: '/open-government/catalogue',
    query: ['theme', 'genre', 'year', 'after'],
    questions: ({ query }) => ({
      list: addressOf(reading.disclosures, { site, ...query }),
      facets: addressOf(reading.disclosureFacets, { site }),
    }),
    needs: ['list'],
    view: (page, { list, facets }, { query }) => ({
      title: page.t('catalogue.title'),
      description: page.t('catalogue.lede'),
      navigation,
      crumbs: [{ label: page.t('nav.openGovernment'), path: navigation }],
      column: { name: page.t('catalogue.title'), type: page.t('nav.openGovernment') },
      unlisted: Object.keys(query).length > 0,
      main: (
        <div className="wrap">
          <div className="page-head">
            <h1>{page.t('catalogue.title')}</h1>
            <p className="lede">{page.t('catalogue.lede')}</p>
          </div>
          <div className="side">
            <Facets page={page} facets={facets} query={query} />
            <div>
              {list.items.length > 0 ? <Documents page={page} rows={list.items} /> : <EmptyColumn page={page} />}
              <MorePages page={page} path="/open-government/catalogue" query={query} next={list.next} />
            </div>
          </div>
        </div>
      ),
    }),
  });

interface FacetsProps {
  readonly page: PageContext;
  readonly facets: DisclosureFacets | undefined;
  readonly query: Query;
}
function Facets({ page, facets, query }: FacetsProps): JSX.Element {
  const { t } = page;
  const named = (stem: 'theme' | 'genre') => (value: string) => t(`${stem}.${value}` as MessageKey);
  const fields = [
    { name: 'theme', label: t('doc.theme'), values: facets?.themes ?? [], text: named('theme') },
    { name: 'genre', label: t('doc.genre'), values: facets?.genres ?? [], text: named('genre') },
    { name: 'year', label: t('catalogue.year'), values: facets?.years ?? [], text: (value: string) => value },
  ];
  return (
    <form action={href(page, '/open-government/catalogue')}>
      {fields.map(({ name, label, values, text }) => (
        <div className="field" key={name}>
          <label className="label" htmlFor={name}>
            {label}
          </label>
          <select id={name} name={name} defaultValue={query[name] ?? ''}>
            <option value="">{t('catalogue.all')}</option>
            {values.map(({ value, count }) => (
              <option key={value} value={value}>
                {`${text(value)}（${count}）`}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button className="btn">{t('catalogue.filter')}</button>
    </form>
  );
}

/** The catalogue is in Chinese, whatever the language of the page. */
function Documents({ page, rows }: { page: PageContext; rows: readonly DisclosureRow[] }): JSX.Element {
  const { t } = page;
  const lang = page.language === 'zh-CN' ? undefined : 'zh-CN';
  return (
    <ul className="list big quiet">
      {rows.map((row) => (
        <li key={row.articleId}>
          <a href={articleHref(page, row)} lang={lang}>
            {row.title}
          </a>
          <time dateTime={dayCode(new Date(row.publishedAt))}>{dayCode(new Date(row.publishedAt))}</time>
          <span className="meta">
            <span className="tag">{t(`theme.${row.disclosure.theme}`)}</span>
            <bdi dir="ltr">{row.indexNumber}</bdi>
            {row.disclosure.documentNumber && <span lang={lang}>{row.disclosure.documentNumber}</span>}
            <span lang={lang}>{row.orgName}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
