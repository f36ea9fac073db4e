import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 60_000);
afterAll(() => bench.close());

it("G4: with the broker's directory deleted in the middle nothing is lost and nothing doubled", async () => {
  const [, consumer] = await Promise.all([bench.start('wells'), bench.start('meter')]);
  const wellIds = Array.from({ length: 5 }, newId);
  for (const wellId of wellIds) for (let i = 0; i < 4; i++) await bench.raise({ wellId, litres: 2 });
  // the consumer sleeps while more is published than it had asked for, so that the broker holds events nobody has seen
  consumer.signal('SIGSTOP');
  for (const wellId of wellIds) for (let i = 0; i < 20; i++) await bench.raise({ wellId, litres: 2 });
  const wells = bench.pool('wells');
  await eventually(async () => expect((await wells.query('select 1 from outbox where sent_at is null')).rowCount).toBe(0));
  await bench.nats.stop('SIGKILL');
  bench.nats.wipe();
  consumer.signal('SIGCONT');
  await bench.nats.start();
  await eventually(() => bench.raise({ wellId: wellIds[0]!, litres: 2 }), { timeoutMs: 15_000 });
  const meter = bench.pool('meter');
  await eventually(
    async () => {
      const { rows } = await meter.query<{ litres: number; events: number }>('select litres, events from reading');
      expect(rows).toHaveLength(wellIds.length);
      expect(rows.reduce((sum, { litres }) => sum + litres, 0)).toBe(5 * 24 * 2 + 2);
      expect(rows.reduce((sum, { events }) => sum + events, 0)).toBe(5 * 24 + 1);
    },
    { timeoutMs: 60_000, everyMs: 300 },
  );
}, 120_000);
