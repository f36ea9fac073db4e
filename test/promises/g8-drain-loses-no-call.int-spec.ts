import { newId } from '@karez/kernel';
import { Bench } from './wells/bench.js';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()), 60_000);
afterAll(() => bench.close());

it('G8: a rolling restart under load fails no call, and SIGTERM ends the process in time', async () => {
  let current = await bench.start('wells');
  const failures: unknown[] = [];
  let answered = 0;
  let running = true;
  const load = Promise.all(
    Array.from({ length: 8 }, async () => {
      const wellId = newId();
      while (running) {
        await bench.raise({ wellId, litres: 1, slowMs: 20 }).then(
          () => answered++,
          (error: unknown) => failures.push(error),
        );
      }
    }),
  );
  for (let round = 0; round < 3; round++) {
    const next = await bench.start('wells');
    const { code } = await current.kill('SIGTERM');
    expect(code).toBe(0);
    current = next;
  }
  running = false;
  await load;
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(50);
}, 90_000);
