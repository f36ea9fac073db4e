import { jest } from '@jest/globals';
import { bodyDesks, openOn } from '../../src/todo/desks.js';
import { deskOrder } from '../../src/todo/todo.lists.js';
import { DeskUnderTest, type Worker } from './desk-under-test.js';

jest.setTimeout(120_000);
let desk: DeskUnderTest;
let office: string;
let worker: Worker;
beforeAll(async () => {
  desk = await DeskUnderTest.open();
  office = await desk.body('办公室');
  worker = await desk.worker('石守闸', office, ['oa.supervision.handle', 'oa.incoming.register']);
  // what others have, what was done, and some hundred on each of the own desks
  await desk.oa.database.query(
    `insert into todo (id, service, kind, subject_id, step, title, act, href, person_id, org_id, needs, urgency, opened_at, due_at, state, ended_at)
     select gen_random_uuid(), 'oa', 'supervision', n::text, 'handle', '事项' || n, '办理', '/', case when n % 100 > 1 then gen_random_uuid()
         when n % 100 = 1 then $1::uuid end, case when n % 100 = 0 then $2::uuid end, case when n % 100 = 0 then 'oa.supervision.handle' end,
       'none', now() - n * interval '1 minute', case when n % 3 > 0 then now() + (n % 5000) * interval '1 minute' end,
       case when n % 7 = 3 then 'done' else 'open' end, case when n % 7 = 3 then now() end
     from generate_series(1, 60000) n`,
    [worker.id, office],
  );
  const owner = desk.oa.database;
  await owner.query('analyze todo').catch(() => undefined);
}, 120_000);
afterAll(() => desk.oa.stop());

async function plan(sql: string, each = ''): Promise<string> {
  const desks = [{ desk: worker.id, of: 'person' } as const, ...bodyDesks(worker.actor)];
  const ranges = openOn(desks, each);
  let text = sql.replace(':ranges', ranges.sql);
  const values = Object.entries(ranges.params).map(([name, value], at) => {
    text = text.replaceAll(`:${name}`, `$${at + 1}`);
    return value;
  });
  const rows = await desk.oa.database.query<{ 'QUERY PLAN': string }[]>(`explain (costs off) ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it('merges the desks in the order of the index for a first page, and sorts nothing', async () => {
  for (const [sort, index] of [
    ['due', 'todo_desk_due'],
    ['-opened', 'todo_desk_opened'],
  ] as const) {
    const text = await plan(`select id, title from :ranges todo ${deskOrder[sort]} limit 31`, deskOrder[sort]);
    expect(text).toContain('Merge Append');
    expect(text).toContain(index);
    expect(text).not.toMatch(/Sort\b(?! Key)|Seq Scan/);
  }
});

it('counts by the index, each desk up to a bound', async () => {
  const text = await plan('select branch, kind, count(*) from :ranges todo group by 1, 2', 'order by due_key, id limit 1000');
  expect(text).toContain('todo_desk_due');
  expect(text).not.toContain('Seq Scan on todo');
});
