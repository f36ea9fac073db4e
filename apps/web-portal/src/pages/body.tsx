import type { JSX, ReactNode } from 'react';
import { BodyLink, BodyName, bodyTitle, PlaceName } from '../components/body-name.js';
import { addressOf, type Body, type Directory } from '../directory/directory.js';
import type { MessageKey } from '../language/translate.js';
import type { Crumb, PageContext, PageView } from './page.js';

export const kindNames: Readonly<Record<Body['kind'], MessageKey>> = {
  ministry: 'kind.ministry',
  department: 'kind.department',
  prefecture_bureau: 'kind.prefecture',
  county_bureau: 'kind.county',
  basin_body: 'kind.basin',
  office: 'kind.office',
  subordinate_unit: 'kind.unit',
};

/** One body: what it is, what stands above, below and beside it. */
export function bodyView(page: PageContext, directory: Directory, body: Body): PageView {
  const { t } = page;
  const { text, lang } = bodyTitle(page, body);
  return {
    title: text,
    ...(lang && { titleLang: lang }),
    description: t('body.description', { name: text, kind: t(kindNames[body.kind]) }),
    navigation: '/directory',
    crumbs: crumbsTo(page, directory.parentOf(body)),
    main: <BodyMain page={page} directory={directory} body={body} />,
  };
}

/** The directory, and the bureau above where the body is one of its counties. */
function crumbsTo(page: PageContext, parent: Body | undefined): readonly Crumb[] {
  const directory = { label: page.t('nav.directory'), path: '/directory' };
  if (parent?.kind !== 'prefecture_bureau' && parent?.kind !== 'basin_body') return [directory];
  const { text, lang } = bodyTitle(page, parent);
  return [directory, { label: text, path: `/directory/${addressOf(parent)}`, ...(lang && { lang }) }];
}

function BodyMain({ page, directory, body }: { page: PageContext; directory: Directory; body: Body }): JSX.Element {
  const { t } = page;
  const below = directory.childrenOf(body).filter(({ kind }) => kind !== 'office' || body.kind === 'department');
  const beside = siblingsOf(directory, body);
  return (
    <div className="wrap">
      <div className="page-head">
        <h1>
          <BodyName page={page} body={body} />
        </h1>
        {bodyTitle(page, body).text !== body.name && (
          <p className="lede">
            <bdi lang="zh-CN">{body.name}</bdi>
          </p>
        )}
      </div>
      <Facts page={page} directory={directory} body={body} below={below.length} />
      <div className="side end">
        <div>
          {groupsOf(below).map(({ name, bodies }) => (
            <Bodies key={name} page={page} title={t(name)} bodies={bodies} />
          ))}
          <Bodies page={page} title={t('body.beside')} bodies={beside} />
        </div>
        <aside className="panel" aria-label={t('hotline.title')}>
          <h2>{t('hotline.title')}</h2>
          <p className="number">
            <bdi dir="ltr">{page.site.hotline}</bdi>
          </p>
          <p>{t('body.contact')}</p>
        </aside>
      </div>
    </div>
  );
}

function Facts({ page, directory, body, below }: { page: PageContext; directory: Directory; body: Body; below: number }): JSX.Element {
  const { t } = page;
  const parent = directory.parentOf(body);
  const facts: readonly (readonly [term: MessageKey, value: ReactNode])[] = [
    ['body.kind', t(kindNames[body.kind])],
    ['body.place', body.divisionCode && body.kind !== 'office' ? <PlaceName page={page} body={body} /> : t('body.none')],
    ['body.code', body.divisionCode ? <bdi dir="ltr">{body.divisionCode}</bdi> : t('body.none')],
    ['body.above', parent ? <BodyLink page={page} body={parent} /> : t('body.none')],
    ['body.count', t.count('body.countOf', below)],
  ];
  return (
    <dl className="facts five">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{t(term)}</dt>
          <dd className="quiet">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const belowNames: readonly (readonly [Body['kind'], MessageKey])[] = [
  ['office', 'directory.offices'],
  ['basin_body', 'directory.basins'],
  ['subordinate_unit', 'directory.units'],
  ['prefecture_bureau', 'directory.prefectures'],
  ['county_bureau', 'directory.direct'],
];

/** Bodies below of one kind stand in one list; of several kinds, as below the department, each kind has its own. */
function groupsOf(below: readonly Body[]): readonly { name: MessageKey; bodies: readonly Body[] }[] {
  const groups = belowNames
    .map(([kind, name]) => ({ name, bodies: below.filter((body) => body.kind === kind) }))
    .filter(({ bodies }) => bodies.length > 0);
  return groups.length > 1 ? groups : [{ name: 'body.below', bodies: below }];
}

function siblingsOf(directory: Directory, body: Body): readonly Body[] {
  const parent = directory.parentOf(body);
  if (!parent) return [];
  return directory.childrenOf(parent).filter((other) => other.kind === body.kind && other.id !== body.id);
}

function Bodies({ page, title, bodies }: { page: PageContext; title: string; bodies: readonly Body[] }): JSX.Element | null {
  if (bodies.length === 0) return null;
  return (
    <section className="bodies">
      <h2>{title}</h2>
      <ul className="units quiet">
        {bodies.map((body) => (
          <li key={body.id}>
            <BodyLink page={page} body={body} short />
          </li>
        ))}
      </ul>
    </section>
  );
}
