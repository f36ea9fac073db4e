import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 60_000);
afterAll(() => bench.close());

interface Reading {
  readonly well_id: string;
  readonly litres: number;
  readonly events: number;
  readonly sequences: number[];
}

it('G2 G3: kill -9 of relay and consumer in the middle: every committed event takes effect once, in order', async () => {
  const wellIds = Array.from({ length: 6 }, newId);
  let producing = true;
  const work = Promise.all(
    wellIds.map(async (wellId) => {
      while (producing) {
        const answer = await bench.raise({ wellId, litres: 3 }).catch(() => undefined);
        if (!answer) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
  let [producer, consumer] = await Promise.all([bench.start('wells'), bench.start('meter')]);
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await consumer.kill('SIGKILL');
    await producer.kill('SIGKILL');
    [producer, consumer] = await Promise.all([bench.start('wells'), bench.start('meter')]);
  }
  producing = false;
  await work;
  const wells = await bench.pool('wells').query<{ id: string; litres: number; event_sequence: number }>('select * from well');
  expect(wells.rows.length).toBe(wellIds.length);
  const meter = bench.pool('meter');
  await eventually(
    async () => {
      const { rows } = await meter.query<Reading>('select * from reading');
      const readings = new Map(rows.map((row) => [row.well_id, row]));
      for (const { id, litres, event_sequence: count } of wells.rows) {
        expect(readings.get(id)).toMatchObject({
          litres,
          events: count,
          sequences: Array.from({ length: count }, (_, index) => index + 1),
        });
      }
    },
    { timeoutMs: 45_000, everyMs: 300 },
  );
}, 120_000);
