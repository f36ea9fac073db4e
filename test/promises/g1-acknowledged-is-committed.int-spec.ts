import { newId } from '@karez/kernel';
import { eventually } from '@karez/testing';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 60_000);
afterAll(() => bench.close());

it('G1: what was acknowledged survives kill -9 of the service at any moment', async () => {
  const acknowledged: { wellId: string; version: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const service = await bench.start('wells');
    const before = acknowledged.length;
    let running = true;
    const work = Array.from({ length: 12 }, async () => {
      const wellId = newId();
      while (running) {
        const answer = await bench.raise({ wellId, litres: 1, slowMs: 2 }).catch(() => undefined);
        if (answer) acknowledged.push({ wellId, version: answer.litres });
      }
    });
    // in the middle of the work, however fast this machine does it
    await eventually(() => expect(acknowledged.length - before).toBeGreaterThan(20 + round * 15), { timeoutMs: 20_000, everyMs: 7 });
    running = false;
    await service.kill('SIGKILL');
    await Promise.all(work);
  }
  expect(acknowledged.length).toBeGreaterThan(50);
  const { rows } = await bench.pool('wells').query<{ id: string; litres: number }>('select id, litres from well');
  const committed = new Map(rows.map(({ id, litres }) => [id, litres]));
  const lost = acknowledged.filter(({ wellId, version }) => (committed.get(wellId) ?? 0) < version);
  expect(lost).toEqual([]);
}, 90_000);

it('G1: a refused command leaves nothing behind', async () => {
  await bench.start('wells');
  const wellId = newId();
  await expect(bench.raise({ wellId, litres: 5, fault: 'now' })).rejects.toMatchObject({ code: 'wells.well.fault' });
  const pool = bench.pool('wells');
  expect((await pool.query('select 1 from well where id = $1', [wellId])).rowCount).toBe(0);
  expect((await pool.query('select 1 from outbox where aggregate_id = $1', [wellId])).rowCount).toBe(0);
}, 60_000);
