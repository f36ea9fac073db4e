import { newId } from '@karez/kernel';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
  await bench.start('wells');
}, 60_000);
afterAll(() => bench.close());

it('G5: fifty times the same key at once: one effect, the same answer', async () => {
  const wellId = newId();
  const key = newId();
  const answers = await Promise.all(Array.from({ length: 50 }, () => bench.raise({ wellId, litres: 7 }, key)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await bench.pool('wells').query<{ litres: number }>('select litres from well where id = $1', [wellId])).rows).toEqual([
    { litres: 7 },
  ]);
}, 30_000);

it('G5: the same key after the answer was lost to kill -9 still has one effect', async () => {
  const wellId = newId();
  const key = newId();
  const first = await bench.raise({ wellId, litres: 7 }, key);
  const again = await bench.start('wells');
  expect(await bench.raise({ wellId, litres: 7 }, key)).toEqual(first);
  await again.kill();
}, 30_000);

it('G5: the same key with another body is refused and changes nothing', async () => {
  const wellId = newId();
  const key = newId();
  await bench.raise({ wellId, litres: 7 }, key);
  await expect(bench.raise({ wellId, litres: 8 }, key)).rejects.toMatchObject({ code: 'command.key_reused' });
  expect((await bench.pool('wells').query<{ litres: number }>('select litres from well where id = $1', [wellId])).rows).toEqual([
    { litres: 7 },
  ]);
}, 30_000);

it('G5: a refused command does not use up its key', async () => {
  const wellId = newId();
  const key = newId();
  await expect(bench.raise({ wellId, litres: 7, fault: 'x' }, key)).rejects.toMatchObject({ code: 'wells.well.fault' });
  await expect(bench.raise({ wellId, litres: 7 }, key)).resolves.toMatchObject({ litres: 7 });
}, 30_000);
