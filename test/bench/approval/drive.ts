/** One way of running the same procedure durably: accept → water, land and fire at once → join → leader. */
export interface Driver {
  readonly name: string;
  /** One case, from its start to its end: five completions, each on disk before the next begins. @returns ms of each */
  runOne(): Promise<number[]>;
  /** That what was counted was also done. @throws Error with what is missing */
  assertDone(cases: number): Promise<void>;
  close(): Promise<void>;
}

export const steps = ['accept', 'water', 'land', 'fire', 'leader'] as const;
export const clients = 16;
/** What each step brings with it: half a kilobyte. */
export const payload = { opinion: '同意'.repeat(80), remark: 'x'.repeat(250) };

export interface Driven {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sixteen callers, each one case after another. */
export async function drive(driver: Driver, cases: number): Promise<Driven> {
  const times: number[] = [];
  let left = cases;
  const client = async (): Promise<void> => {
    while (left-- > 0) times.push(...(await driver.runOne()));
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { perSecond: (cases * steps.length) / seconds, p50: at(0.5), p99: at(0.99) };
}

export async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  times.push(performance.now() - began);
  return result;
}
