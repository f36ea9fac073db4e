import { databaseOptions } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import { DataSource } from 'typeorm';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await testDatabase('prepared');
  const options = databaseOptions({ url: database.url, service: 'prepared', entities: [], migrations: [], poolSize: 1 });
  source = await new DataSource(options).initialize();
  await source.query('create table well (id int primary key, name text not null)');
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
const kept = async (text: string): Promise<number> => {
  const [{ count }] = await source.query<[{ count: number }]>(
    'select count(*)::int as count from pg_prepared_statements where statement = $1',
    [text],
  );
  return count;
};
const send = async <T>(text: string, values: unknown[], times: number): Promise<T[]> => {
  const answers: T[] = [];
  for (let i = 0; i < times; i++) answers.push(await source.query<T>(text, values));
  return answers;
};

it('a statement is kept by the server from its fifth time on, and answers as before', async () => {
  const text = 'select $1::int + 1 as sum';
  await send(text, [1], 4);
  expect(await kept(text)).toBe(0);
  expect(await send(text, [41], 3)).toEqual(Array.from({ length: 3 }, () => [{ sum: 42 }]));
  expect(await kept(text)).toBe(1);
});

it('a statement without parameters is never kept', async () => {
  await send('select 7 as seven', [], 8);
  expect(await kept('select 7 as seven')).toBe(0);
});

it('a kept statement that was refused is sent again', async () => {
  const text = 'insert into well (id, name) values ($1, $2)';
  for (let id = 1; id <= 6; id++) await source.query(text, [id, '井']);
  await expect(source.query(text, [1, '井'])).rejects.toMatchObject({ code: '23505' });
  await source.query(text, [7, '井']);
  expect(await kept(text)).toBe(1);
});

it('a column that is added changes nothing for those who name their columns', async () => {
  const text = 'select id, name from well where id = $1';
  await send(text, [1], 6);
  await source.query('alter table well add column depth int');
  expect(await source.query(text, [1])).toEqual([{ id: 1, name: '井' }]);
});

it('texts of every length fill neither the server nor the memory', async () => {
  for (let length = 1; length <= 300; length++) {
    const list = Array.from({ length }, (_, at) => `$${at + 1}::int`).join(', ');
    await send(`select 1 where 0 in (${list})`, Array.from({ length }, () => 1), 5); // prettier-ignore
  }
  const [{ count }] = await source.query<[{ count: number }]>('select count(*)::int as count from pg_prepared_statements');
  expect(count).toBeLessThanOrEqual(256);
}, 30_000);
