import type { JSX, ReactNode } from 'react';
import { BodyLink, PlaceName } from '../components/body-name.js';
import { DirectoryMissing } from '../components/directory-missing.js';
import type { Body, Directory, Prefecture } from '../directory/directory.js';
import { dayCode, dayInWords } from '../language/dates.js';
import type { MessageKey } from '../language/translate.js';
import type { PageContext, PageDefinition } from './page.js';

interface Group {
  readonly id: 'offices' | 'basins' | 'units' | 'prefectures' | 'direct';
  readonly name: MessageKey;
  readonly count: number;
  readonly list: ReactNode;
}

export const directoryPage: PageDefinition = {
  path: '/directory',
  name: 'nav.directory',
  words: 'directory.words',
  tags: ['directory'],
  view: (page) => ({
    title: page.t('nav.directory'),
    description: page.t('directory.lede'),
    navigation: '/directory',
    column: { name: page.t('nav.directory'), type: page.t('nav.directory') },
    ...(page.directory
      ? { main: <DirectoryMain page={page} directory={page.directory} /> }
      : { main: <DirectoryMissing page={page} level="h1" />, status: 503 }),
  }),
};

function DirectoryMain({ page, directory }: { page: PageContext; directory: Directory }): JSX.Element {
  const { t, language } = page;
  const groups = groupsOf(page, directory);
  return (
    <div className="wrap">
      <div className="page-head">
        <h1>{t('nav.directory')}</h1>
        <p className="lede">{t('directory.lede')}</p>
        <p className="small muted">
          {t.count('directory.total', directory.own.length)}{' '}
          <time dateTime={dayCode(directory.changedAt)}>{t('directory.changed', { day: dayInWords(directory.changedAt, language) })}</time>
        </p>
      </div>
      <div className="side">
        <nav className="toc" aria-label={t('directory.contents')}>
          <h2>{t('directory.contents')}</h2>
          <ul className="quiet">
            {groups.map(({ id, name, count }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(name)}</a> <span className="n">{count}</span>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {groups.map(({ id, name, list }) => (
            <section key={id} className="bodies" id={id}>
              <h2>{t(name)}</h2>
              {list}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

function groupsOf(page: PageContext, directory: Directory): readonly Group[] {
  const plain = (id: Group['id'], name: MessageKey, bodies: readonly Body[]): Group => ({
    id,
    name,
    count: bodies.length,
    list: <Bodies page={page} bodies={bodies} />,
  });
  const groups: readonly Group[] = [
    plain('offices', 'directory.offices', directory.offices),
    plain(
      'basins',
      'directory.basins',
      directory.basins.flatMap((basin) => [basin, ...directory.childrenOf(basin)]),
    ),
    plain('units', 'directory.units', directory.units),
    {
      id: 'prefectures',
      name: 'directory.prefectures',
      count: directory.prefectures.reduce((sum, { counties }) => sum + 1 + counties.length, 0),
      list: directory.prefectures.map((prefecture) => <PrefectureBodies key={prefecture.bureau.id} page={page} prefecture={prefecture} />),
    },
    plain('direct', 'directory.direct', directory.directCities),
  ];
  return groups.filter(({ count }) => count > 0);
}

function Bodies({ page, bodies }: { page: PageContext; bodies: readonly Body[] }): JSX.Element {
  return (
    <ul className="units quiet">
      {bodies.map((body) => (
        <li key={body.id}>
          <BodyLink page={page} body={body} short />
        </li>
      ))}
    </ul>
  );
}

function PrefectureBodies({ page, prefecture: { bureau, counties } }: { page: PageContext; prefecture: Prefecture }): JSX.Element {
  return (
    <section className="prefecture">
      <h3>
        <PlaceName page={page} body={bureau} />
      </h3>
      <Bodies page={page} bodies={[bureau, ...counties]} />
    </section>
  );
}
