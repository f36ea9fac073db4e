import { guardFault, judge } from './guard.js';

it.each([
  [{ '>=': [{ var: 'area' }, 5] }, { area: 5 }, true],
  [{ '>=': [{ var: 'area' }, 5] }, {}, false],
  [{ '==': [{ var: 'steps.review.outcome' }, 'agree'] }, { steps: { review: { outcome: 'agree' } } }, true],
  [true, {}, true],
  [false, {}, false],
])('judges %j over %j', (guard, context, verdict) => {
  expect(judge(guard, context)).toBe(verdict);
});

it.each([
  { '/': [1, { var: 'zero' }] },
  { '>': [{ '/': [1, { var: 'zero' }] }, 0] },
  { '%': [1, { var: 'zero' }] },
  { '+': [{ var: 'word' }, 1] },
])('gives a reason instead of a verdict for %j', (guard) => {
  expect(judge(guard, { zero: 0, word: '五' })).toHaveProperty('reason');
});

it.each([{ nope: [1] }, { and: [{ nope: 1 }] }, {}, { a: 1, b: 2 }, [] as never, 'x' as never])('says what is wrong with %j', (guard) => {
  expect(guardFault(guard)).toEqual(expect.any(String));
});
