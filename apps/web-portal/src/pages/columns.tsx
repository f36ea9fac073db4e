import type { JSX } from 'react';
import { DryWell } from '../components/dry-well.js';
import type { MessageKey } from '../language/translate.js';
import { type Crumb, href, type NavigationEntry, type PageContext, type PageDefinition } from './page.js';

/** A column (栏目) that exists but has nothing published yet. */
export interface Column {
  readonly path: NavigationEntry | '/news' | '/notices';
  readonly title: MessageKey;
  /** One line for the door on the home page. */
  readonly short: MessageKey;
  readonly lede: MessageKey;
  /** What will stand here, and who does what until then. */
  readonly until: MessageKey;
  readonly words: MessageKey;
  readonly navigation: NavigationEntry;
  readonly above?: { readonly path: NavigationEntry; readonly title: MessageKey };
}

export const columns: readonly Column[] = [
  {
    path: '/water',
    title: 'nav.water',
    short: 'water.short',
    lede: 'water.lede',
    until: 'water.until',
    words: 'water.words',
    navigation: '/water',
  },
];

export const columnPages: readonly PageDefinition[] = columns.map((column) => ({
  path: column.path,
  name: column.title,
  words: column.words,
  tags: [],
  view: (page) => ({
    title: page.t(column.title),
    description: page.t(column.lede),
    navigation: column.navigation,
    crumbs: crumbsOf(column, page),
    column: { name: page.t(column.title), type: page.t(column.title) },
    main: <ColumnMain page={page} column={column} />,
  }),
}));

function crumbsOf({ above }: Column, { t }: PageContext): readonly Crumb[] {
  return above ? [{ label: t(above.title), path: above.path }] : [];
}

function ColumnMain({ page, column }: { page: PageContext; column: Column }): JSX.Element {
  const { t, site } = page;
  const below = columns.filter(({ above }) => above?.path === column.path);
  return (
    <div className="wrap">
      <div className="page-head">
        <h1>{t(column.title)}</h1>
        <p className="lede">{t(column.lede)}</p>
      </div>
      {below.length > 0 && (
        <ul className="doors few">
          {below.map(({ path, title, short }) => (
            <li key={path}>
              <a href={href(page, path)}>
                {t(title)}
                <span>{t(short)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <DryWell page={page} title={<h2>{t('column.empty')}</h2>}>
        <p>{t(column.until, { number: site.hotline })}</p>
        <p className="btns">
          <a className="btn second" href={href(page, '/directory#prefectures')}>
            {t('column.findBureau')}
          </a>
          <a href={href(page, '/')}>{t('column.home')}</a>
        </p>
      </DryWell>
    </div>
  );
}
