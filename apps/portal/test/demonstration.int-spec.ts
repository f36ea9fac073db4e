import { jest } from '@jest/globals';
import { readingApi } from '@karez/contracts-portal';
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
  const tables = ['word', 'site', 'site_column', 'article', 'edition', 'listing', 'article_log', 'outbox'];
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
  await plant(false);
  expect(await counts()).toMatchObject({ word: firstWords.length, site: 0, article: 0 });
});

it('waits for the bodies', async () => {
  await plant();
  expect(await counts()).toMatchObject({ site: 0, article: 0 });
  expect(await portal.database.query(`select 1 from task where kind = 'portal.planting'`)).toHaveLength(1);
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
