import type { JSX } from 'react';
import { addressOf, type Directory, placeOf, type Prefecture } from '../../directory/directory.js';
import { dayInWords } from '../../language/dates.js';
import { href, type PageContext } from '../../pages/page.js';
import { PlaceName } from '../body-name.js';
import { SidePanels } from './side-panels.js';

const named = 3;

/** The bureaus of the prefectures and cities, each with how many county bureaus stand below it; help beside them. */
export function BureauList({ page, directory }: { page: PageContext; directory: Directory }): JSX.Element {
  const { t, language } = page;
  return (
    <section className="section">
      <div className="wrap cols">
        <div>
          <div className="head">
            <h2>{t('directory.prefectures')}</h2>
            <a className="more" href={href(page, '/directory')}>
              {t.count('home.allBodies', directory.own.length)}
            </a>
          </div>
          <ul className="svc">
            {directory.prefectures.map((prefecture) => (
              <BureauRow key={prefecture.bureau.id} page={page} prefecture={prefecture} />
            ))}
          </ul>
          <p className="small muted note">{t('home.bureauNote', { day: dayInWords(directory.changedAt, language) })}</p>
        </div>
        <SidePanels page={page} directory={directory} />
      </div>
    </section>
  );
}

/** Elder mode: the names alone, large enough to hit. */
export function BureauNames({ page, directory }: { page: PageContext; directory: Directory }): JSX.Element {
  const { t, language } = page;
  return (
    <section className="section soft">
      <div className="wrap">
        <div className="head">
          <h2>{t('directory.prefectures')}</h2>
          <a className="more" href={href(page, '/directory')}>
            {t.count('home.allBodies', directory.own.length)}
          </a>
        </div>
        <ul className="units quiet">
          {directory.prefectures.map(({ bureau }) => (
            <li key={bureau.id}>
              <a href={href(page, `/directory/${addressOf(bureau)}`)}>
                {language === 'zh-CN' ? bureau.name : <PlaceName page={page} body={bureau} />}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function BureauRow({ page, prefecture }: { page: PageContext; prefecture: Prefecture }): JSX.Element {
  const { t, language } = page;
  const { bureau, counties } = prefecture;
  return (
    <li>
      <a className="quiet" href={href(page, `/directory/${addressOf(bureau)}`)}>
        {language === 'zh-CN' ? bureau.name : <PlaceName page={page} body={bureau} />}
      </a>
      <p>{language === 'zh-CN' ? countiesInWords(prefecture) : <bdi lang="zh-CN">{bureau.name}</bdi>}</p>
      <span className="days">
        <b>{counties.length}</b>
        {t.count('home.countyUnit', counties.length)}
      </span>
    </li>
  );
}

/** 和田市、和田县、墨玉县等 */
function countiesInWords({ counties }: Prefecture): string {
  const first = counties.slice(0, named).map(placeOf).join('、');
  return counties.length > named ? `${first}等` : first;
}
