import { silentWatch, type Watch } from '@karez/messaging';
import { eventually } from '@karez/testing';
import { Rounds } from './rounds.js';

class OneJob extends Rounds {
  constructor(
    private readonly run: () => Promise<unknown>,
    watch: Watch = silentWatch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(5, 'the job', this.run);
  }
}

it('begins at once, and again', async () => {
  let turns = 0;
  const rounds = new OneJob(() => Promise.resolve(turns++));
  rounds.onApplicationBootstrap();
  expect(turns).toBe(1);
  await eventually(() => expect(turns).toBeGreaterThan(2));
  await rounds.onModuleDestroy();
});

it('begins no turn while the one before is under way, and waits for it at the end', async () => {
  const told: string[] = [];
  let finish = (): void => undefined;
  const rounds = new OneJob(() => {
    told.push('begun');
    return new Promise<void>((resolve) => {
      finish = resolve;
    }).then(() => told.push('finished'));
  });
  rounds.onApplicationBootstrap();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const end = rounds.onModuleDestroy().then(() => told.push('closed'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  finish();
  await end;
  expect(told).toEqual(['begun', 'finished', 'closed']);
});

it.each([
  ['refuses', () => Promise.reject(new Error('no'))],
  [
    'throws before it begins',
    () => {
      throw new Error('no');
    },
  ],
])('tells the watch of a job that %s, and lets it have its next turn', async (_, run) => {
  const told: string[] = [];
  const rounds = new OneJob(run, {
    ...silentWatch,
    healing: (what, error) => told.push(`${what}: ${(error as Error).message}`),
  });
  rounds.onApplicationBootstrap();
  await eventually(() => expect(told.length).toBeGreaterThan(1));
  await rounds.onModuleDestroy();
  expect(told[0]).toBe('the job: no');
});
