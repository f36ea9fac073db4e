import { Tokens } from '@karez/search';
import { jest } from '@jest/globals';
import { PublicLists } from '../src/reading/public-lists.js';
import { Search } from '../src/search/search.js';
import { Desk } from './desk-under-test.js';
import { explained, explainedQuery } from './explained.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(120_000);
const articles = 20_000;
let portal: PortalUnderTest;
let desk: Desk;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  desk = await Desk.open(portal);
  const { id } = await desk.publish({ slug: 'muban' });
  // copies of one that went the whole way, an hour apart; every hundredth tells of another river
  await portal.database.query(
    `with made as (
       insert into article (id, version, event_sequence, site_id, slug, org_id, origin, created_at)
       select gen_random_uuid(), 1, 0, site_id, 'copy-' || n, org_id, 'imported', now() - n * interval '1 hour'
       from edition, generate_series(1, $2::int) n where edition.id = $1 returning id, slug, created_at),
     copied as (
       insert into edition (id, version, event_sequence, state, article_id, site_id, column_id, org_id, language, number, title, body, plain, source,
         keywords, translation_reviewed, removed, hits, open_hits, chain, steps, writers, created_by_name, created_at, saved_at, saved_by_name,
         published_at, first_published_at, search)
       select gen_random_uuid(), 1, 0, 'live', made.id, site_id, column_id, org_id, language, 1, title || made.slug, body, plain, source,
         keywords, translation_reviewed, removed, hits, open_hits, chain, steps, writers, created_by_name, made.created_at, made.created_at, saved_by_name,
         made.created_at, made.created_at, search || case when made.slug like '%00' then array_to_tsvector('{水库}') else array_to_tsvector('{}'::text[]) end
       from edition, made where edition.id = $1 returning id, language, first_published_at, column_id, site_id)
     insert into listing (place_id, language, listed_at, edition_id)
     select column_id, language, first_published_at, id from copied union all select site_id, language, first_published_at, id from copied`,
    [id, articles],
  );
  await portal.analyze();
}, 120_000);
afterAll(() => portal.stop());

it('an article is found by its address through the index', async () => {
  const { scans, touched } = await explained(portal.database, 'select * from article where site_id = $1 and slug = $2', [
    desk.site.id,
    'copy-12345',
  ]);
  expect(scans).toEqual(['Index Scan article_site_id_slug_key']);
  expect(touched).toBe(1);
});

it('the first and a late page of a column read no more than they show', async () => {
  const lists = portal.service.app.get(PublicLists);
  const first = lists
    .inPlace(desk.column.id, 'zh-CN')
    .orderBy('listing.listed_at', 'DESC')
    .addOrderBy('listing.edition_id', 'DESC')
    .limit(21);
  const late = first
    .clone()
    .andWhere(`(listing.listed_at, listing.edition_id) < (now() - interval '500 days', '00000000-0000-0000-0000-000000000000'::uuid)`);
  for (const query of [first, late]) {
    const { scans, touched } = await explainedQuery(portal.database, query);
    expect(scans.join()).toMatch(/Index (Only )?Scan( Backward)? listing_pkey/);
    expect(scans.join()).not.toMatch(/Seq Scan (listing|edition|article)\b/);
    expect(touched).toBeLessThan(250);
  }
});

it('a search reads what it finds', async () => {
  const words = portal.service.app.get(Tokens).query('水库')!;
  const query = portal.service.app.get(Search).query({ q: '水库' }, words);
  const { scans, touched } = await explainedQuery(
    portal.database,
    query.orderBy('edition.first_published_at', 'DESC').addOrderBy('edition.id', 'DESC').limit(21),
  );
  expect(scans.join()).toContain('edition_search');
  expect(touched).toBeLessThan(2_000);
});
