import { jest } from '@jest/globals';
import { type Order } from '@karez/persistence';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DisclosureRequest } from '../src/disclosure-request/disclosure-request.entity.js';
import { requestOrders } from '../src/disclosure-request/disclosure-request.lists.js';
import { HearingLists } from '../src/hearing/hearing.lists.js';
import { letterScope } from '../src/letter/letter-desk.js';
import { Letter } from '../src/letter/letter.entity.js';
import { LetterLists, staffOrders } from '../src/letter/letter.lists.js';
import { explained, explainedQuery } from './explained.js';
import { LetterDeskUnderTest } from './letter-desk-under-test.js';
import { PortalUnderTest } from './portal-under-test.js';

jest.setTimeout(120_000);
const rows = 20_000;
let portal: PortalUnderTest;
let letters: LetterDeskUnderTest;
let siteId: string;
beforeAll(async () => {
  portal = await PortalUnderTest.start();
  letters = await LetterDeskUnderTest.open(portal);
  siteId = letters.desk.site.id;
  // of twenty letters one waits, of the others every second is public
  await portal.database.query(
    `insert into letter (id, version, event_sequence, state, site_id, desk_id, org_id, receipt, check_hash, kind, letter_class, subject, text, name,
       may_publish, received_at, due_at, due_provisional, reply, reply_by, answered_at, published)
     select gen_random_uuid(), 1, 1, case when n % 20 = 0 then 'routed' else 'answered' end, $1, $2, $3, 'LX20260101' || lpad(n::text, 8, '0'), '\\x00',
       case when n % 3 = 0 then 'complaint' else 'consult' end, 'consult', 'subject', 'text', 'name', true, now() - n * interval '1 hour',
       now() - n * interval '1 hour' + interval '5 days', false, 'reply', gen_random_uuid(),
       case when n % 20 = 0 then null else now() - n * interval '1 hour' end, n % 2 = 1
     from generate_series(1, $4::int) n`,
    [siteId, letters.desk.orgId, letters.unitId, rows],
  );
  await portal.database.query(
    `insert into disclosure_request (id, version, event_sequence, state, site_id, org_id, receipt, check_hash, applicant_kind, name, identity_number, phone,
       information, form, received_at, ledger, due_at, due_provisional, answer_kind, answer, answered_at)
     select gen_random_uuid(), 1, 1, case when n % 20 = 0 then 'received' else 'answered' end, $1, $2, 'SQ20260101' || lpad(n::text, 8, '0'), '\\x00', 'person',
       'name', '11010519491231002X', '13900000000', 'information', 'paper', now() - n * interval '1 hour', '{}', now() - n * interval '1 hour', false,
       'disclosed', 'answer', case when n % 20 = 0 then null else now() end
     from generate_series(1, $3::int) n`,
    [siteId, letters.desk.orgId, rows],
  );
  await portal.database.query(
    `insert into hearing (id, version, event_sequence, state, site_id, org_id, kind, title, text, questions, created_at, opens_at, closes_at, results, voices)
     select gen_random_uuid(), 1, 1, 'closed', $1, $2, 'consultation', 'title', 'text', '[]', now() - n * interval '1 hour', now() - n * interval '1 hour',
       now(), '[]', 0
     from generate_series(1, $3::int) n`,
    [siteId, letters.desk.orgId, rows],
  );
  await portal.analyze();
}, 120_000);
afterAll(() => portal.stop());

/** As a page orders and cuts it; from the middle when told. */
function paged<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, { by, direction }: Order, from?: string): SelectQueryBuilder<E> {
  by.forEach(({ sql }) => query.addOrderBy(sql, direction === 'asc' ? 'ASC' : 'DESC'));
  if (from) query.andWhere(`(${by.map(({ sql }) => sql).join(', ')}) ${direction === 'asc' ? '>' : '<'} (${from})`);
  return query.limit(51);
}
const zero = `'00000000-0000-0000-0000-000000000000'::uuid`;
const middle = `now() - interval '10000 hours'`;
const letterQuery = (as = letters.clerk) => {
  const { sql, params } = letterScope(as.actor, 'portal.letter.read');
  return portal.database.createQueryBuilder(Letter, 'letter').where(sql, params);
};
const requestQuery = () =>
  portal.database.createQueryBuilder(DisclosureRequest, 'request').where('request.org_id = any(:orgs)', { orgs: [letters.desk.orgId] });
const opened: Order = { by: [{ sql: 'hearing.opens_at', cast: 'timestamptz' }, { sql: 'hearing.id', cast: 'uuid' }], direction: 'desc' }; // prettier-ignore
const answered: Order = { by: [{ sql: 'letter.answered_at', cast: 'timestamptz' }, { sql: 'letter.id', cast: 'uuid' }], direction: 'desc' }; // prettier-ignore

it.each<[string, string, () => SelectQueryBuilder<ObjectLiteral>]>([
  ['letters by what is due', 'letter_due', () => paged(letterQuery(), staffOrders.due)],
  ['a late page of them', 'letter_due', () => paged(letterQuery(), staffOrders.due, `1, ${middle}, ${zero}`)],
  ['letters by their receipt', 'letter_received', () => paged(letterQuery(), staffOrders['-received'])],
  ['a late page of these', 'letter_received', () => paged(letterQuery(), staffOrders['-received'], `${middle}, ${zero}`)],
  ['public letters', 'letter_public', () => paged(portal.service.app.get(LetterLists).published(siteId), answered)],
  [
    'public letters of a kind',
    'letter_public_kind',
    () => paged(portal.service.app.get(LetterLists).published(siteId, 'complaint'), answered),
  ],
  ['requests by what is due', 'disclosure_request_due', () => paged(requestQuery(), requestOrders.due!)],
  ['a late page of requests', 'disclosure_request_due', () => paged(requestQuery(), requestOrders.due!, `1, ${middle}, ${zero}`)],
  ['public hearings', 'hearing_public', () => paged(portal.service.app.get(HearingLists).shown(siteId), opened)],
])('%s read no more than they show, by %s', async (_what, index, query) => {
  const { scans, touched } = await explainedQuery(portal.database, query());
  expect(scans.join()).toMatch(new RegExp(`Index (Only )?Scan( Backward)? ${index}\\b`));
  expect(scans.join()).not.toMatch(/Seq Scan (letter|disclosure_request|hearing)\b/);
  expect(touched).toBeLessThan(300);
});

it('a unit with three letters among all the others reads its own', async () => {
  const few = await LetterDeskUnderTest.open(portal);
  for (let sent = 0; sent < 3; sent += 1) await few.sent();
  await portal.analyze();
  const { scans, touched } = await explainedQuery(portal.database, paged(letterQuery(few.opener), staffOrders.due));
  expect(scans.join()).toContain('letter_desk');
  expect(touched).toBeLessThan(20);
});

it('the board reads what is open alone', async () => {
  const { scans, touched } = await explained(
    portal.database,
    `select id from letter where site_id = $1 and state not in ('answered', 'closed') order by received_at limit 200`,
    [siteId],
  );
  expect(scans.join()).toContain('letter_unanswered');
  expect(touched).toBeLessThan(300);
});
