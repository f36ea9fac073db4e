import type { JSX } from 'react';
import type { MessageKey } from '../../language/translate.js';
import { href, type PageContext } from '../../pages/page.js';

const often: readonly (readonly [path: string, name: MessageKey])[] = [
  ['/services', 'nav.services'],
  ['/open-government/catalogue', 'catalogue.title'],
  ['/letters/write', 'talk.write'],
  ['/directory#prefectures', 'directory.prefectures'],
];

/** The question, the search, and the place: snow, gobi, karez and oasis, once. */
export function Hero({ page }: { page: PageContext }): JSX.Element {
  const { t } = page;
  return (
    <div className="hero">
      <HeroArt page={page} />
      <div className="wrap">
        <h1>{t('home.question')}</h1>
        <form className="ask" role="search" action={href(page, '/search')}>
          <label className="vh" htmlFor="ask">
            {t('search.label')}
          </label>
          <input id="ask" name="q" type="search" maxLength={60} placeholder={t('home.placeholder')} />
          <button className="btn">{t('search.button')}</button>
        </form>
        <div className="hot">
          <span className="muted">{t('home.often')}</span>
          {often.map(([path, name]) => (
            <a key={path} href={href(page, path)}>
              {t(name)}
            </a>
          ))}
        </div>
      </div>
    </div>
  );
}

function HeroArt({ page }: { page: PageContext }): JSX.Element | null {
  if (page.mode === 'contrast') return null;
  const elder = page.mode === 'elder';
  return (
    <div className="hero-art flip">
      <img src={elder ? page.assets.stripArt : page.assets.heroArt} alt="" width={1440} height={elder ? 160 : 460} fetchPriority="high" />
    </div>
  );
}
