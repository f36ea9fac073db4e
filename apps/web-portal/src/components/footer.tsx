import type { JSX, ReactNode } from 'react';
import type { MessageKey } from '../language/translate.js';
import { href, type PageContext } from '../pages/page.js';
import { FaultIcon, ShieldIcon } from './icons.js';

type FooterLink = readonly [path: string, name: MessageKey];
const lists: readonly { name: MessageKey; links: readonly FooterLink[] }[] = [
  {
    name: 'nav.openGovernment',
    links: [
      ['/open-government', 'nav.openGovernment'],
      ['/open-government/catalogue', 'catalogue.title'],
      ['/requests/write', 'open.request'],
      ['/requests/follow', 'open.follow'],
    ],
  },
  {
    name: 'footer.services',
    links: [
      ['/services', 'nav.services'],
      ['/progress', 'progress.title'],
      ['/verify', 'verify.title'],
      ['/letters/write', 'talk.write'],
      ['/letters/follow', 'talk.follow'],
      ['/hearings', 'talk.hearings'],
    ],
  },
  {
    name: 'nav.directory',
    links: [
      ['/directory#offices', 'directory.offices'],
      ['/directory#basins', 'directory.basins'],
      ['/directory#prefectures', 'directory.prefectures'],
    ],
  },
  {
    name: 'footer.about',
    links: [
      ['/sitemap', 'sitemap.title'],
      ['/accessibility', 'accessibility.title'],
      ['/privacy', 'privacy.title'],
    ],
  },
];

export function Footer({ page }: { page: PageContext }): JSX.Element {
  const { t, site } = page;
  return (
    <footer className="foot">
      <EarthLine />
      <div className="wrap">
        <div className="four quiet">
          {lists.map(({ name, links }) => (
            <div key={name}>
              <h2>{t(name)}</h2>
              <ul>
                {links.map(([path, label]) => (
                  <li key={path}>
                    <a href={href(page, path)}>{t(label)}</a>
                  </li>
                ))}
                {name === 'footer.about' && (
                  <li>
                    <a href="/office">{t('util.signIn')}</a>
                  </li>
                )}
              </ul>
            </div>
          ))}
        </div>
        <div className="ident">
          <p>
            <span>{t('footer.publisher')}</span>
            <span>
              {t('footer.telephone')}
              <bdi dir="ltr">{site.telephone}</bdi>
            </span>
            <br />
            <span>
              {t('footer.siteCode')}
              <bdi dir="ltr">{site.siteCode}</bdi>
            </span>
            <span lang="zh-CN">{site.icp}</span>
            <span lang="zh-CN">{site.police}</span>
          </p>
          <div className="badges">
            <Badge icon={<ShieldIcon />} url={site.certificateUrl} name={t('footer.certificate')} example={t('footer.example')} />
            <Badge icon={<FaultIcon />} url={site.faultUrl} name={t('footer.fault')} example={t('footer.example')} />
          </div>
        </div>
      </div>
    </footer>
  );
}

/** The thin line of earth above the footer: dry ground, gravel, then the deep water's colour. */
function EarthLine(): JSX.Element {
  return (
    <svg className="foot-line flip" viewBox="0 0 1440 34" preserveAspectRatio="none" aria-hidden="true">
      <path className="e1" d="M0 20Q360 12 720 16T1440 4V34H0z" />
      <path className="e3" d="M0 27Q360 22 720 24T1440 14V34H0z" />
      <path className="deep" d="M0 34Q400 30 760 31T1440 24V34z" />
    </svg>
  );
}

function Badge({ icon, url, name, example }: { icon: ReactNode; url: string | undefined; name: string; example: string }): JSX.Element {
  if (url) {
    return (
      <a className="badge" href={url}>
        {icon}
        <span>{name}</span>
      </a>
    );
  }
  return (
    <span className="badge">
      {icon}
      <span>
        {name}
        <br />
        {example}
      </span>
    </span>
  );
}
