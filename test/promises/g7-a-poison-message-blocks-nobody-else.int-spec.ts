import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
  await Promise.all([bench.start('wells'), bench.start('meter')]);
}, 60_000);
afterAll(() => bench.close());

it('G7: a poison message becomes a visible dead letter, others pass, and replay applies it and what waited behind it in order', async () => {
  const meter = bench.pool('meter');
  await meter.query('insert into poison values (666)');
  const [sick, healthy] = [newId(), newId()];
  await bench.raise({ wellId: sick, litres: 1 });
  await bench.raise({ wellId: sick, litres: 666 });
  await bench.raise({ wellId: sick, litres: 2 });
  for (let i = 0; i < 20; i++) await bench.raise({ wellId: healthy, litres: 1 });
  const reading = async (wellId: string): Promise<{ litres: number; sequences: number[] } | undefined> =>
    (await meter.query<{ litres: number; sequences: number[] }>('select litres, sequences from reading where well_id = $1', [wellId]))
      .rows[0];

  await eventually(async () => expect(await reading(healthy)).toMatchObject({ litres: 20 }), { timeoutMs: 30_000 });
  const letters = async (): Promise<{ state: string; sequence: number; attempts: number; event_id: string }[]> =>
    (await meter.query('select state, sequence, attempts, event_id from dead_letter order by sequence')).rows as never;
  await eventually(
    async () =>
      expect(await letters()).toMatchObject([
        { state: 'dead', sequence: 2, attempts: 5 },
        { state: 'held', sequence: 3 },
      ]),
    { timeoutMs: 40_000 },
  );
  expect(await reading(sick)).toEqual({ litres: 1, sequences: [1] });

  await meter.query('delete from poison');
  const [dead] = await letters();
  const { replayed } = await bench.replay('meter', dead!.event_id);
  expect(replayed).toBe(2);
  expect(await reading(sick)).toEqual({ litres: 669, sequences: [1, 2, 3] });
}, 90_000);
