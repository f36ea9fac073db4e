import type { JSX } from 'react';
import type { MessageKey } from '../language/translate.js';
import { href, type NavigationEntry, type PageContext, type PageView } from '../pages/page.js';
import { Icon, Mark } from './icons.js';
import { UtilityBar } from './utility-bar.js';

/** The six entries that every page shows, also on a phone. */
export const navigation: readonly { path: NavigationEntry; name: MessageKey }[] = [
  { path: '/', name: 'nav.home' },
  { path: '/open-government', name: 'nav.openGovernment' },
  { path: '/services', name: 'nav.services' },
  { path: '/interaction', name: 'nav.interaction' },
  { path: '/water', name: 'nav.water' },
  { path: '/directory', name: 'nav.directory' },
];

export function Masthead({ page, view }: { page: PageContext; view: PageView }): JSX.Element {
  const { t, site } = page;
  const unit = view.unit && view.unit.code !== site.code ? view.unit : undefined;
  return (
    <header className="masthead">
      <UtilityBar page={page} />
      <div className="wrap brand">
        <a className="brand-link" href={href(page, unit ? `/units/${unit.code}` : '/')}>
          <Mark />
          <span>
            <span className="brand-name">{unit?.name ?? t('site.name')}</span>
            <span className="brand-sub">{unit ? t('site.name') : t('site.subtitle')}</span>
          </span>
        </a>
        {page.path === '/' ? (
          <p className="hotline">
            {t('hotline.short')} <b>{site.hotline}</b>
          </p>
        ) : (
          page.path !== '/search' && <SiteSearch page={page} />
        )}
      </div>
      <nav className="nav" aria-label={t('nav.label')}>
        <div className="wrap">
          <ul>
            {navigation.map(({ path, name }) => (
              <li key={path}>
                <a href={href(page, path)} aria-current={current(path, page, view)}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
}

function current(path: NavigationEntry, page: PageContext, view: PageView): 'page' | 'true' | undefined {
  if (view.navigation !== path) return undefined;
  return page.path === path ? 'page' : 'true';
}

function SiteSearch({ page }: { page: PageContext }): JSX.Element {
  const { t } = page;
  return (
    <form className="site-search" role="search" aria-label={t('search.title')} action={href(page, '/search')}>
      <label className="vh" htmlFor="site-search">
        {t('search.title')}
      </label>
      <input id="site-search" name="q" type="search" maxLength={60} placeholder={t('search.title')} />
      <button className="btn">
        <Icon name="search" />
        <span className="vh">{t('search.button')}</span>
      </button>
    </form>
  );
}
