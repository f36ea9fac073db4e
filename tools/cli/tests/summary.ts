import { duration } from '../progress.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface PartResult extends Tally {
  readonly part: string;
  readonly ms: number;
}

export function sum(results: readonly Tally[]): Tally {
  return results.reduce<Tally>(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** "12 passed, 0 failed", with ", 3 skipped" when some were. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One line for each part, then the closing line alone. */
export function summary(results: readonly PartResult[]): string {
  const width = Math.max(...results.map(({ part }) => part.length));
  const lines = results.map((result) => `  ${result.part.padEnd(width)}  ${closingLine(result)}  (${duration(result.ms)})`);
  return ['', ...lines, '', closingLine(sum(results)), ''].join('\n');
}
