import { jest } from '@jest/globals';
import { databaseOptions, migrate } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import { DataSource } from 'typeorm';
import type { SeededAccount } from '../src/seed/planting.js';
import { seedDatabase } from '../src/seed/seed-database.js';
import { entities, migrations } from '../src/tables.js';

jest.setTimeout(30_000);

let database: TestDatabase;
let source: DataSource;
beforeEach(async () => {
  database = await testDatabase('identity-bare', async ({ url }) => {
    await migrate(databaseOptions({ url, service: 'identity', entities, migrations }));
  });
  source = await new DataSource(databaseOptions({ url: database.runtimeUrl, service: 'identity', entities, migrations })).initialize();
}, 60_000);
afterEach(async () => {
  await source.destroy();
  await database.drop();
});
const seed = async (base: boolean, handOver?: (accounts: readonly SeededAccount[]) => void): Promise<readonly SeededAccount[]> => {
  let told: readonly SeededAccount[] = [];
  await seedDatabase({ databaseUrl: database.runtimeUrl, base, handOver: handOver ?? ((accounts) => (told = accounts)) });
  return told;
};

it('plants the demonstration once, each account with a password of its own', async () => {
  const accounts = await seed(false);
  expect(accounts.length).toBeGreaterThan(36);
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  expect(accounts).toContainEqual({
    account: 'cele.clerk',
    password: expect.any(String),
    name: '泉映月',
    organisation: '策勒县水利局',
    roles: ['文书'],
  });
  expect(await seed(false)).toEqual([]);
  expect(await seed(true)).toEqual([]);
  const events = await source.query<{ aggregate: string }[]>('select distinct aggregate from outbox order by 1');
  expect(events.map(({ aggregate }) => aggregate)).toEqual(['act', 'org', 'person', 'role']);
});

it('plants a bare start with one administrator, who has to change the password first', async () => {
  const accounts = await seed(true);
  expect(accounts).toEqual([
    {
      account: 'admin',
      password: expect.any(String),
      name: '首任管理员',
      organisation: '新疆维吾尔自治区水利厅',
      roles: ['系统管理员', '安全管理员'],
    },
  ]);
  expect(await source.query('select must_change from credential')).toEqual([{ must_change: true }]);
});

it('plants nothing when the passwords cannot be handed over', async () => {
  const failing = (): never => {
    throw new Error('the disk is full');
  };
  await expect(seed(false, failing)).rejects.toThrow('the disk is full');
  expect(await source.query('select count(*)::int as bodies from org')).toEqual([{ bodies: 0 }]);
});
