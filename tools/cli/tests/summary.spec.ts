import { tallyOf } from './jest.ts';
import { closingLine, summary } from './summary.ts';

it('counts a suite that could not be loaded as one failure', () => {
  const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, numRuntimeErrorTestSuites: 1 };
  expect(tallyOf(report)).toEqual({ passed: 4, failed: 2, skipped: 3 });
});

it('names skipped tests only when there are some', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

it('ends with the sum of all parts on a line of its own', () => {
  const text = summary([
    { part: 'lint', ms: 1000, passed: 3, failed: 0, skipped: 0 },
    { part: 'unit', ms: 61_000, passed: 40, failed: 2, skipped: 1 },
  ]);
  expect(text.trimEnd().split('\n').at(-1)).toBe('43 passed, 2 failed, 1 skipped');
  expect(text).toContain('unit  40 passed, 2 failed, 1 skipped  (1 min 01 s)');
});
