import { jest } from '@jest/globals';
import { hearingApi, letterApi, readingApi } from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { articles } from '../src/seed/articles.js';
import { bodiesNeeded } from '../src/seed/columns.js';
import { DemonstrationTask } from '../src/seed/demonstration.task.js';
import { sites } from '../src/seed/sites.js';
import { firstWords } from '../src/seed/word-lists.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(60_000);
let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
}, 60_000);
afterAll(() => portal.stop());

const plant = (demonstration = true) => portal.fire(DemonstrationTask, 'plant', { demonstration });
const counts = async () => {
  const count = (table: string) => `(select count(*)::int from ${table}) as ${table}`;
  const tables = [
    'word',
    'site',
    'site_column',
    'article',
    'edition',
    'listing',
    'article_log',
    'letter',
    'hearing',
    'voice',
    'disclosure_request',
  ];
  return (await portal.database.query<Record<string, number>[]>(`select ${tables.map(count).join(', ')}`))[0]!;
};
async function bodiesCome(): Promise<void> {
  for (const name of [...new Set([...bodiesNeeded, ...sites.map(({ org }) => org)])])
    await portal.database.query(
      `insert into org_copy (id, name, kind, closure, guided, version) values ($1, $2, 'office', $3, $4, 1)`
        .replace(', closure, guided, version', '')
        .replace(', $3, $4, 1', ''),
      [newId(), name],
    );
}

it('without the demonstration only the word lists are entered', async () => {
  const before = (await counts()).word!;
  await plant(false);
  expect(await counts()).toMatchObject({ word: before + firstWords.length, site: 0, article: 0 });
});

it('waits for the bodies', async () => {
  await plant();
  expect(await counts()).toMatchObject({ site: 0, article: 0 });
  expect(await portal.database.query(`select 1 from task where kind = 'portal.planting'`)).toHaveLength(1);
  // from here on only the specs plant
  await portal.database.query(`delete from task where kind = 'portal.planting'`);
});

it('is played within twenty seconds, whole and live, with no finding open and no date to come', async () => {
  await bodiesCome();
  const begun = Date.now();
  await plant();
  expect(Date.now() - begun).toBeLessThan(20_000);
  const translations = articles.reduce((sum, article) => sum + Object.keys(article.translations ?? {}).length, 0);
  expect(await counts()).toMatchObject({ site: sites.length, article: articles.length, edition: articles.length + translations });
  expect(
    await portal.database.query(
      `select title from edition where state <> 'live' or open_hits > 0 or removed <> '{}' or search is null
        or published_at > now() or created_at > published_at or (language <> 'zh-CN' and translation_reviewed)`,
    ),
  ).toEqual([]);
});

it('stands on the public pages', async () => {
  const home = await portal.call(readingApi.getSiteHome, { site: 'slt' });
  expect(home.unitSites).toHaveLength(sites.length - 1);
  expect(home.blocks.map(({ column, articles: rows }) => [column.code, rows.length >= 5])).toEqual(
    home.blocks.map(({ column }) => [column.code, true]),
  );
  const { items } = await portal.call(readingApi.searchPortal, { q: '地下水', site: 'slt' });
  expect(items.map(({ slug }) => slug)).toContain('dixiashui-jiliang');
  const translated = await portal.call(readingApi.getPublicArticle, { site: 'slt', slug: 'dixiashui-jiliang', language: 'ug' });
  expect(translated).toMatchObject({ language: 'ug', translationReviewed: false, indexNumber: expect.stringMatching(/^6500000000\//) });
  const disclosed = await portal.call(readingApi.listDisclosures, { site: 'slt', genre: 'measures' });
  expect(disclosed.items.length).toBeGreaterThan(3);
});

it('letters, hearings and requests have come as far as they are told', async () => {
  const states = async (table: string) =>
    Object.fromEntries(
      (await portal.database.query<{ state: string; n: number }[]>(`select state, count(*)::int as n from ${table} group by 1`)).map(
        ({ state, n }) => [state, n],
      ),
    );
  expect(await states('letter')).toEqual({ answered: 15, drafted: 1, routed: 2, received: 1, closed: 1 });
  expect(await states('hearing')).toEqual({ open: 1, reported: 3 });
  expect(await states('disclosure_request')).toEqual({ received: 1, correcting: 1, consulting: 1, drafted: 1, answered: 3 });
  expect((await portal.call(letterApi.listPublicLetters, { site: 'slt' })).items.length).toBeGreaterThan(10);
  expect(
    await portal.database.query('select receipt from letter where answered_at > now() or received_at > coalesce(answered_at, now())'),
  ).toEqual([]);
  const { items } = await portal.call(hearingApi.listPublicHearings, { site: 'slt', kind: 'survey' });
  expect(items[0]).toMatchObject({ voices: 36, state: 'reported' });
});

it('played again changes nothing, and half played is finished', async () => {
  const before = await counts();
  await plant();
  expect(await counts()).toEqual(before);
  const gone = `(select id from edition where language = 'ug' order by id limit 3)`;
  for (const [table, key] of [
    ['article_log', 'edition_id'],
    ['listing', 'edition_id'],
    ['edition', 'id'],
  ] as const)
    // prettier-ignore
    await portal.database.query(`delete from ${table} where ${key} in ${gone}`);
  await plant();
  expect((await counts()).edition).toBe(before.edition);
});
