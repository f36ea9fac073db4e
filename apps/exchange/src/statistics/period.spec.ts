import { periodOf } from './period.js';

/** Already the 25th in government time. */
const now = new Date('2026-11-24T16:30:00Z');

it.each([
  ['thirty days up to today', {}, '2026-10-27', '2026-11-25'],
  ['thirty days up to the last one', { to: '2026-03-01' }, '2026-01-31', '2026-03-01'],
  ['from the first one up to today', { from: '2026-11-25' }, '2026-11-25', '2026-11-25'],
  ['366 days', { from: '2024-01-01', to: '2024-12-31' }, '2024-01-01', '2024-12-31'],
])('takes %s', (_name, asked, from, to) => {
  expect(periodOf(asked, now)).toMatchObject({ from, to });
});

it('reaches from the first midnight of government time to the one after the last day', () => {
  const { begin, end } = periodOf({ from: '2026-11-24', to: '2026-11-24' }, now);
  expect([begin.toISOString(), end.toISOString()]).toEqual(['2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z']);
});

it.each([
  { from: '2026-11-25', to: '2026-11-24' },
  { from: '2025-11-23', to: '2026-11-24' },
  { from: '2026-02-30', to: '2026-03-01' },
  { from: '2026-13-01' },
])('refuses %o', (asked) => {
  expect(() => periodOf(asked, now)).toThrow('exchange.statistics.period');
});
