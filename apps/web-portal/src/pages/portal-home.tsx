import type { HomeBlock, PublicHearing, PublicSite, SiteHome } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { ArticleList } from '../components/article-list.js';
import { Doors } from '../components/doors.js';
import { EmptyColumn } from '../components/empty-column.js';
import { BigTasks } from '../components/home/big-tasks.js';
import { BureauList, BureauNames } from '../components/home/bureau-list.js';
import { Hero } from '../components/home/hero.js';
import { contentRoute } from '../content/content-route.js';
import { pathInSite, siteOf } from '../content/places.js';
import { HearingRows } from './hearings.js';
import { homePage } from './home.js';
import { href, type PageContext } from './page.js';
import { type Items, NoServices, ServiceList } from './services.js';

interface HomeParts {
  readonly home: SiteHome;
  readonly services: Items | undefined;
  readonly hearings: { readonly items: readonly PublicHearing[] } | undefined;
}
const onHome = 8;

/** The department's home: what to do, what is new, what is public, and who answers for it. */
export const portalHomeRoute = (site: string) =>
  contentRoute<HomeParts>({
    path: '/',
    questions: ({ language }) => ({
      home: addressOf(reading.home, { site, language }),
      services: addressOf(reading.items, { limit: '200' }),
      hearings: addressOf(reading.hearings, { site, limit: '3' }),
    }),
    needs: ['home'],
    otherwise: (page) => homePage.view(page),
    view: (page, parts) => ({
      title: page.t('nav.home'),
      description: page.t('site.description'),
      navigation: '/',
      feed: '/feed.xml',
      main: <Home page={page} {...parts} />,
    }),
  });

function Home({ page, home, services, hearings }: HomeParts & { page: PageContext }): JSX.Element {
  const { t, directory } = page;
  const elder = page.mode === 'elder';
  return (
    <>
      <Hero page={page} />
      {elder && <BigTasks page={page} />}
      <section className="section">
        <div className="wrap cols">
          <div>
            <div className="head">
              <h2>{t('nav.services')}</h2>
              <a className="more" href={href(page, '/services')}>
                {t('service.all')}
              </a>
            </div>
            {services ? <ServiceList page={page} items={services.items.slice(0, onHome)} /> : <NoServices page={page} />}
            {services && <p className="small muted note">{t('service.daysNote')}</p>}
          </div>
          <Mailbox page={page} />
        </div>
      </section>
      <Blocks page={page} home={home} />
      {!elder && (
        <section className="section soft">
          <div className="wrap">
            <div className="head">
              <h2>{t('nav.openGovernment')}</h2>
              <a className="more" href={href(page, '/open-government/catalogue')}>
                {t('catalogue.title')}
              </a>
            </div>
            <Doors
              page={page}
              doors={[
                { path: '/open-government/catalogue', name: t('catalogue.title'), hint: t('open.catalogueHint') },
                { path: '/requests/write', name: t('open.request'), hint: t('open.requestHint') },
                { path: '/letters', name: t('talk.answered'), hint: t('talk.writeHint') },
                { path: '/hearings', name: t('talk.hearings') },
              ]}
            />
            {hearings && hearings.items.length > 0 && (
              <section className="bodies">
                <h3>{t('talk.hearings')}</h3>
                <HearingRows page={page} hearings={hearings.items} />
              </section>
            )}
          </div>
        </section>
      )}
      <UnitSites page={page} sites={home.unitSites} />
      {directory && (elder ? <BureauNames page={page} directory={directory} /> : <BureauList page={page} directory={directory} />)}
    </>
  );
}

function Mailbox({ page }: { page: PageContext }): JSX.Element {
  const { t } = page;
  return (
    <div className="stack">
      <section className="panel">
        <h2>{t('progress.title')}</h2>
        <p>{t('progress.lede')}</p>
        <a className="btn" href={href(page, '/progress')}>
          {t('progress.title')}
        </a>
        <p className="note">
          <a href={href(page, '/verify')}>{t('verify.title')}</a>
        </p>
      </section>
      <section className="panel sand">
        <h2>{t('home.mail')}</h2>
        <p>{t('home.mailText')}</p>
        <a className="btn second" href={href(page, '/letters/write')}>
          {t('talk.write')}
        </a>
        <p className="note">
          <a href={href(page, '/letters/follow')}>{t('talk.follow')}</a>
        </p>
      </section>
    </div>
  );
}

/** The columns that an office has put on its home page, two beside each other. */
function Blocks({ page, home }: { page: PageContext; home: SiteHome }): JSX.Element {
  const filled = home.blocks.filter(({ articles }) => articles.length > 0);
  if (filled.length === 0)
    return (
      <section className="section">
        <div className="wrap">
          <EmptyColumn page={page} />
        </div>
      </section>
    );
  return (
    <section className="section">
      <div className="wrap two">
        {filled.map((block) => (
          <Block key={block.column.id} page={page} block={block} site={home.site.code} />
        ))}
      </div>
    </section>
  );
}

function Block({ page, block, site }: { page: PageContext; block: HomeBlock; site: string }): JSX.Element {
  const { column, articles } = block;
  return (
    <section>
      <div className="head rule">
        <h2>{column.name}</h2>
        <a className="more" href={href(page, pathInSite(site, page.site.code, `/columns/${column.code}`))}>
          {page.t('content.more')}
          <span className="vh">：{column.name}</span>
        </a>
      </div>
      <ArticleList page={page} rows={articles.slice(0, 6)} />
    </section>
  );
}

function UnitSites({ page, sites }: { page: PageContext; sites: readonly PublicSite[] }): JSX.Element | null {
  if (sites.length === 0) return null;
  return (
    <section className="section">
      <div className="wrap">
        <div className="head">
          <h2>{page.t('content.unitSites')}</h2>
        </div>
        <Doors page={page} doors={sites.map(({ code, name, description }) => ({ path: `/units/${code}`, name, hint: description }))} />
      </div>
    </section>
  );
}

/** The home of a unit's own site. */
export const unitHomeRoute = (main: string) =>
  contentRoute<{ home: SiteHome }>({
    path: '/units/:site',
    questions: ({ params, language }) => ({ home: addressOf(reading.home, { site: siteOf(params, main), language }) }),
    needs: ['home'],
    elsewhere: ({ home }) => (home.site.code === main ? '/' : undefined),
    view: (page, { home }) => ({
      title: home.site.name,
      description: home.site.description ?? home.site.name,
      unit: home.site,
      main: (
        <>
          <div className="wrap">
            <div className="page-head">
              <h1>{home.site.name}</h1>
              {home.site.description && <p className="lede">{home.site.description}</p>}
            </div>
            <nav aria-label={page.t('content.columns')}>
              <Doors
                page={page}
                doors={home.columns
                  .filter(({ parentCode }) => !parentCode)
                  .map(({ code, name }) => ({ path: `/units/${home.site.code}/columns/${code}`, name }))}
              />
            </nav>
          </div>
          <Blocks page={page} home={home} />
        </>
      ),
    }),
  });
