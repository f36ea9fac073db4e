import { newId } from '@karez/kernel';
import { silentWatch, TaskHandlers, TaskRunner, traceparent } from '@karez/messaging';
import { databaseOptions } from '@karez/persistence';
import { eventually } from '@karez/testing';
import { DataSource } from 'typeorm';
import { Bench } from './wells/bench.js';
import { wellsApi } from './wells/contract.js';
import { wells } from './wells/wells.module.js';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 60_000);
afterAll(() => bench.close());

it('G11: a wake before the due time does nothing, and without Redis the sweep alone fires', async () => {
  await bench.start('wells', { KAREZ_REDIS_URL: '' });
  const wellId = newId();
  await bench.remote.call(wellsApi.setTimer, { wellId, inMs: 3_600_000, litres: 5 }, { commandId: newId(), trace: traceparent() });
  const source = await new DataSource(databaseOptions({ url: bench.wellsUrl, service: 'wells', ...wells })).initialize();
  const handlers = new TaskHandlers();
  handlers.add('wells.raise', () => Promise.resolve());
  const [task] = await source.query<[{ id: string }]>('select id from task');
  const runner = new TaskRunner(source, 'wells', handlers, silentWatch);
  expect(await runner.run(task.id)).toBe(false);
  // nor just before it: a wake may be early by the clock of another machine
  await source.query(`update task set due_at = clock_timestamp() + interval '10 seconds'`);
  expect(await runner.run(task.id)).toBe(false);
  await source.query('update task set due_at = clock_timestamp()');
  await source.destroy();
  const well = async (): Promise<unknown> => (await bench.pool('wells').query('select litres from well where id = $1', [wellId])).rows[0];
  await eventually(async () => expect(await well()).toEqual({ litres: 5 }), { timeoutMs: 30_000 });
}, 60_000);
