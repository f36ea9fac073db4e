import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { eventually, testRedis, type TestServer } from '@karez/testing';
import { wellsApi } from './wells/contract.js';
import { Bench } from './wells/bench.js';

let bench: Bench;
let redis: TestServer;
beforeAll(async () => {
  [bench, redis] = await Promise.all([Bench.open(), testRedis()]);
}, 60_000);
afterAll(async () => {
  await bench.close();
  await redis.stop('SIGKILL');
});
const setTimer = (wellId: string, inMs: number): Promise<unknown> =>
  bench.remote.call(wellsApi.setTimer, { wellId, inMs, litres: 5 }, { commandId: newId(), trace: traceparent() });

it('G11: with two processes, Redis killed and emptied in the middle, and kill -9, each timer has one effect and none is early', async () => {
  const env = { KAREZ_REDIS_URL: redis.url };
  const first = await bench.start('wells', env);
  await bench.start('wells', env);
  const wellIds = Array.from({ length: 12 }, newId);
  await Promise.all(wellIds.map((wellId, index) => setTimer(wellId, 1_000 + index * 400)));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await redis.stop('SIGKILL');
  redis.wipe();
  await first.kill('SIGKILL');
  // what it was at is another's when its lease has lapsed: in two minutes, or now
  const wells = bench.pool('wells');
  await wells.query('update task set claimed_until = clock_timestamp() where claimed_until > clock_timestamp()');
  await new Promise((resolve) => setTimeout(resolve, 800));
  await redis.start();
  await eventually(async () => expect((await wells.query(`select 1 from task where state = 'done'`)).rowCount).toBe(wellIds.length), {
    timeoutMs: 30_000,
    everyMs: 200,
  });
  expect((await wells.query('select 1 from well where litres <> 5')).rowCount).toBe(0);
  expect(
    (
      await wells.query(
        `select 1 from outbox o join task t on (t.payload->>'wellId') = o.aggregate_id where o.aggregate = 'well' and o.occurred_at < t.due_at`,
      )
    ).rowCount,
  ).toBe(0);
}, 90_000);
