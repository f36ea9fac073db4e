import { jest } from '@jest/globals';
import { databaseOptions, migrate } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import type { Grant } from '@karez/kernel';

import { DataSource, type Logger } from 'typeorm';
import { listAudit } from '../src/audit/audit.lists.js';
import { listNotifications } from '../src/notification/notification.lists.js';
import { listDirectory, listOrgs } from '../src/org/org.lists.js';
import { listPeople } from '../src/person/person.lists.js';
import { listGrants } from '../src/role/role.lists.js';
import { seedDatabase } from '../src/seed/seed-database.js';
import { entities, migrations } from '../src/tables.js';

jest.setTimeout(30_000);

const people = 20_000;
const bound = 60;
/** Keeps the last statement, so that it can be explained. */
class LastQuery implements Logger {
  sql = '';
  params: unknown[] = [];
  logQuery(sql: string, params: unknown[] = []): void {
    if (sql.startsWith('SELECT') || sql.startsWith('select')) Object.assign(this, { sql, params });
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

let database: TestDatabase;
let source: DataSource;
const last = new LastQuery();
let cele: string;
let hetian: string;
let role: string;
let person: string;
beforeAll(async () => {
  database = await testDatabase('identity-large', async ({ url, runtimeUrl }) => {
    await migrate(databaseOptions({ url, service: 'identity', entities, migrations }));
    await seedDatabase({ databaseUrl: runtimeUrl, base: true, handOver: () => undefined });
  });
  const owner = await new DataSource({ type: 'postgres', url: database.url, poolSize: 1 }).initialize();
  await fill(owner);
  await owner.query('analyze');
  await owner.destroy();
  const options = databaseOptions({ url: database.runtimeUrl, service: 'identity', entities, migrations });
  source = await new DataSource({ ...options, logging: ['query'], logger: last }).initialize();
  const id = async (sql: string): Promise<string> => (await source.query<[{ id: string }]>(sql))[0].id;
  [cele, hetian] = [
    await id(`select id from org where name = '策勒县水利局'`),
    await id(`select id from org where name = '和田地区水利局'`),
  ];
  [role, person] = [await id(`select id from role where code = 'clerk'`), await id('select id from person order by id desc limit 1')];
}, 120_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** People spread over all bureaus, each with a post, a grant, a password, three terms; a hundred acts and notifications for some. */
async function fill({ manager }: DataSource): Promise<void> {
  await manager.query(`
    create temp table made as select gen_random_uuid() as id, gen_random_uuid() as post_id, n, (select array_agg(id order by position) from org where kind like '%bureau') as bodies
      from generate_series(1, ${people}) n`);
  await manager.query(`
    insert into person (id, account, name, name_sort, state, home_org_id, created_at, version, event_sequence)
      select id, 'p' || n, '人' || n, chr(97 + n % 26) || md5(n::text), 'active', bodies[1 + n % cardinality(bodies)], now() - n * interval '1 minute', 1, 0 from made`);
  await manager.query(
    `insert into person_term (term, person_id) select term, id from made, unnest(array['人' || n, n::text, 'p' || n, chr(97 + n % 26) || md5(n::text)]) term`,
  );
  await manager.query(
    `insert into post (id, person_id, org_id, title, is_primary, valid_from) select post_id, id, bodies[1 + n % cardinality(bodies)], '岗', true, '2026-01-01' from made`,
  );
  await manager.query(
    `insert into credential (subject_id, hash, earlier, changed_at, must_change) select id, 'x', '{}', now(), false from made`,
  );
  await manager.query(`insert into role_grant (id, post_id, role_id, scope, org_ids, granted_at, granted_by)
    select gen_random_uuid(), post_id, (select id from role where code = 'clerk'), 'unit', '{}', now(), '' from made`);
  await manager.query(
    `insert into notification (id, person_id, kind, params, at) select gen_random_uuid(), id, 'post_assigned', '{}', now() from made, generate_series(1, 3)`,
  );
  await manager.query(`
    insert into audit_entry (id, at, service, operation, summary, realm, actor_id, actor_name, org_id, command_id, targets, outcome, trace)
      select gen_random_uuid(), now() - (n * 10 + k) * interval '1 second', 'identity', 'cmd.identity.op' || (n % 40) || '.v1', '', 'staff', id::text, '', bodies[1 + n % cardinality(bodies)], '', '{}', 'done', ''
      from made, generate_series(1, 5) k`);
}

const reaching = (scope: Grant['scope'], orgIds: string[] = []): never =>
  ({
    realm: 'staff',
    id: person,
    name: '',
    grants: [{ permissions: ['identity.org.read', 'identity.person.read', 'identity.role.read', 'identity.audit.read'], scope, orgIds }],
  }) as never;
const everything = (): never => reaching('all');
const prefecture = (): never => reaching('unit_and_below', [hetian]);
const county = (): never => reaching('unit', [cele]);

interface Seen {
  readonly ms: number;
  readonly plan: string;
}
async function explained(read: () => Promise<{ items: unknown[] }>): Promise<Seen & { rows: number }> {
  const { items } = await read();
  const { sql, params } = { sql: last.sql, params: last.params };
  let best: Seen = { ms: Infinity, plan: '' };
  // what a busy machine adds to one run it does not add to all of five
  for (let run = 0; run < 5 && best.ms >= bound; run++) {
    const rows = await source.query<{ 'QUERY PLAN': string }[]>(`explain (analyze, costs off, timing off, summary on) ${sql}`, params);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const ms = Number(/Execution Time: ([\d.]+)/.exec(plan)![1]);
    if (ms < best.ms) best = { ms, plan };
  }
  return { ...best, rows: items.length };
}

const cases: readonly [string, () => Promise<{ items: unknown[] }>][] = [
  ['people, all, by name', () => listPeople(source, {}, everything())],
  ['people, all, second page', async () => listPeople(source, { after: (await listPeople(source, {}, everything())).next! }, everything())],
  ['people, all, newest first', () => listPeople(source, { sort: '-created' }, everything())],
  ['people, all, by account', () => listPeople(source, { sort: 'account' }, everything())],
  ['people, all, found by term', () => listPeople(source, { q: '人1999' }, everything())],
  ['people, all, of one county', () => listPeople(source, { orgId: cele }, everything())],
  ['people, all, of a prefecture and below', () => listPeople(source, { orgId: hetian, below: true }, everything())],
  ['people, of a prefecture', () => listPeople(source, {}, prefecture())],
  ['people, of a prefecture, found by term', () => listPeople(source, { q: '人19' }, prefecture())],
  ['people, of a county', () => listPeople(source, {}, county())],
  ['bodies, all', () => listOrgs(source, {}, everything())],
  ['bodies, found by term', () => listOrgs(source, { q: 'cele' }, everything())],
  ['bodies, highest of a prefecture', () => listOrgs(source, { tops: true }, prefecture())],
  ['directory', () => listDirectory(source, {})],
  ['grants of a role, all', () => listGrants(source, { roleId: role }, everything())],
  ['grants of a role, of a county', () => listGrants(source, { roleId: role }, county())],
  ['notifications', () => listNotifications(source, {}, person)],
  ['acts, all', () => listAudit(source.manager, {}, everything())],
  ['acts, of one person', () => listAudit(source.manager, { actorId: person }, everything())],
  ['acts, of one operation', () => listAudit(source.manager, { operation: 'cmd.identity.op7.v1' }, everything())],
  ['acts, of a county', () => listAudit(source.manager, {}, county())],
];

it.each(cases)(`answers a page of %s within ${bound} ms among ${people} people`, async (name, read) => {
  await read();
  const seen = await explained(read);
  if (process.env.KAREZ_EXPLAIN) console.log(`${name}: ${seen.rows} rows, ${seen.ms} ms\n${seen.plan}`);
  expect(seen.rows).toBeGreaterThan(0);
  expect(seen.ms).toBeLessThan(bound);
});
