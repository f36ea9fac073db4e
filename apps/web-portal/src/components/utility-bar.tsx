import type { JSX } from 'react';
import { type DisplayMode, displayModes } from '../display-mode.js';
import { languages } from '../language/languages.js';
import type { MessageKey } from '../language/translate.js';
import type { PageContext } from '../pages/page.js';

const modeNames: Readonly<Record<DisplayMode, MessageKey>> = {
  standard: 'mode.standard',
  elder: 'mode.elder',
  contrast: 'mode.contrast',
};

/** Higher authorities · language · display mode · sign-in. The current choice is a word, not a link. */
export function UtilityBar({ page }: { page: PageContext }): JSX.Element {
  const { t, site } = page;
  const back = `?back=${encodeURIComponent(page.back)}`;
  return (
    <div className="util">
      <div className="wrap">
        <nav className="quiet up" aria-label={t('util.higher')}>
          <ul>
            <li>
              <a href={site.ministryUrl}>{t('util.ministry')}</a>
            </li>
            <li>
              <a href={site.governmentUrl}>{t('util.government')}</a>
            </li>
          </ul>
        </nav>
        <div className="group quiet">
          <nav aria-label={t('util.language')}>
            <ul>
              {languages.map(({ language, name }) => (
                <li key={language}>
                  {language === page.language ? (
                    <b aria-current="true">{name}</b>
                  ) : (
                    <a href={`/language/${language}${back}`} lang={language} hrefLang={language} dir="auto" rel="nofollow">
                      {name}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-label={t('util.display')}>
            <ul>
              {displayModes.map((mode) => (
                <li key={mode}>
                  {mode === page.mode ? (
                    <b aria-current="true">{t(modeNames[mode])}</b>
                  ) : (
                    <a href={`/display/${mode}${back}&in=${page.language}`} rel="nofollow">
                      {t(modeNames[mode])}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
          <a className="up" href="/office">
            {t('util.signIn')}
          </a>
        </div>
      </div>
    </div>
  );
}
