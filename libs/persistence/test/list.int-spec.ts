import { databaseOptions, keysetPage, type ListShape } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity('gauge')
class Gauge {
  @PrimaryColumn('int') id!: number;
  @Column('text') name!: string;
  @Column('timestamptz') at!: Date;
}
interface Row {
  readonly id: number;
}
const shape: ListShape<Row> = {
  orders: {
    name: {
      by: [
        { sql: 'gauge.name', cast: 'text' },
        { sql: 'gauge.id', cast: 'int' },
      ],
      direction: 'asc',
    },
    '-at': {
      by: [
        { sql: 'gauge.at', cast: 'timestamptz' },
        { sql: 'gauge.id', cast: 'int' },
      ],
      direction: 'desc',
    },
  },
  view: (raw) => ({ id: raw.id as number }),
};
let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await testDatabase('list');
  source = await new DataSource(databaseOptions({ url: database.url, service: 'list', entities: [Gauge], migrations: [] })).initialize();
  await source.query(`create table gauge (id int primary key, name text not null, at timestamptz not null)`);
  // names repeat, times repeat to the microsecond: only the id makes the order total
  await source.query(
    `insert into gauge select n, '站' || n % 7, timestamptz '2026-01-01' + (n % 5) * interval '1 microsecond' from generate_series(1, 103) n`,
  );
}, 30_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
const page = (request: { limit?: number; after?: string; sort?: string }) =>
  keysetPage(source.manager.createQueryBuilder(Gauge, 'gauge').select(['gauge.id as id']), request, shape);

it.each(['name', '-at'])('pages through everything once, in one total order, sorted by %s', async (sort) => {
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page({ limit: 10, sort, ...(after ? { after } : {}) });
    seen.push(...items.map(({ id }) => id));
    after = next;
  } while (after);
  expect(seen).toHaveLength(103);
  expect(new Set(seen).size).toBe(103);
});

it('refuses a cursor that was made for another order, or by hand', async () => {
  const { next } = await page({ limit: 5, sort: 'name' });
  await expect(page({ after: next!, sort: '-at' })).rejects.toMatchObject({ code: 'list.cursor_invalid' });
  for (const after of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('{"a":1}').toString('base64url')]) {
    await expect(page({ after, sort: 'name' })).rejects.toMatchObject({ code: 'list.cursor_invalid' });
  }
});

it('keeps rows added and removed between two pages from doubling or hiding others', async () => {
  const first = await page({ limit: 10, sort: 'name' });
  await source.query(`delete from gauge where id = $1`, [first.items[0]!.id]);
  await source.query(`insert into gauge values (1000, '站0', now())`);
  const second = await page({ limit: 10, sort: 'name', after: first.next! });
  expect(second.items.filter(({ id }) => first.items.some((item) => item.id === id))).toEqual([]);
});
