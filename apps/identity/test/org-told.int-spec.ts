import { jest } from '@jest/globals';
import { databaseOptions, migrate } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import { DataSource } from 'typeorm';
import type { OrgChanged } from '@karez/contracts-identity';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { entities, migrations } from '../src/tables.js';

jest.setTimeout(30_000);

const [bureau, basin] = [newId(), newId()];
let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await testDatabase('identity-before-basins', async ({ url }) => {
    await migrate(databaseOptions({ url, service: 'identity', entities, migrations: migrations.slice(0, 1) }));
  });
  source = await new DataSource(databaseOptions({ url: database.url, service: 'identity', entities, migrations })).initialize();
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

it('tells of every body again when the basins are added, next in the order of its events', async () => {
  await source.query(
    `insert into org (id, name, short_name, kind, division_code, position, name_sort, valid_from, version, event_sequence)
     values ($1, '流域管理局', null, 'basin_body', null, 1, '', '2026-01-01', 1, 1), ($2, '策勒县水利局', '策勒水利局', 'county_bureau', '653225', 2, '', '2026-01-01', 3, 4)`,
    [basin, bureau],
  );
  await source.query(
    `insert into org_relation (id, kind, parent_id, child_id, valid_from) values (gen_random_uuid(), 'basin', $1, $2, '2026-01-01')`,
    [basin, bureau],
  );
  await migrate(databaseOptions({ url: database.url, service: 'identity', entities, migrations }));

  const told = await source.query<{ envelope: EventEnvelope<OrgChanged>; sequence: number }[]>(
    'select envelope, sequence from outbox where sent_at is null order by sequence desc',
  );
  expect(told.map(({ sequence }) => sequence)).toEqual([5, 2]);
  expect(told[0]!.envelope).toEqual({
    ...{ id: expect.any(String), subject: 'evt.identity.org-changed.v1', producer: 'identity' },
    ...{ aggregate: 'org', aggregateId: bureau, sequence: 5 },
    occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    trace: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/),
    data: {
      ...{ orgId: bureau, name: '策勒县水利局', kind: 'county_bureau', divisionCode: '653225', parentId: null, abolishedOn: null },
      ...{ shortName: '策勒水利局', basinIds: [basin], successorId: null },
    },
  });
  const rows = await source.query('select event_sequence, basin_ids, version from org where id = $1', [bureau]);
  expect(rows).toEqual([{ event_sequence: 5, basin_ids: [basin], version: 3 }]);
});
