import { type Portion, tally } from './tally.js';

const portion = (orgId: string, day: string, more: Partial<Portion>): Portion => ({ orgId, orgName: `单位${orgId}`, day, ...more });

it('adds up by body, the busiest first, and by day', () => {
  const { total, byBody, byDay } = tally([
    portion('b', '2026-11-24', { received: 1, waiting: 1 }),
    portion('a', '2026-11-25', { sent: 3 }),
    portion('a', '2026-11-24', { received: 4, signed: 4, minutesToSign: [8, 2, 4, 90] }),
  ]);
  expect(total).toMatchObject({ sent: 3, received: 5, signed: 4, waiting: 1, overdue: 0 });
  expect(byBody.map(({ orgId, orgName, received }) => [orgId, orgName, received])).toEqual([
    ['a', '单位a', 4],
    ['b', '单位b', 1],
  ]);
  expect(byDay.map(({ day, sent, received }) => [day, sent, received])).toEqual([
    ['2026-11-24', 0, 5],
    ['2026-11-25', 3, 0],
  ]);
});

it.each([
  [[5], 5, 5],
  [[9, 1], 1, 9],
  [[100, 9, 20], 20, 100],
  [[8, 2, 4, 90], 4, 90],
])('takes of %o the lower median, a time that occurred, and the longest', (minutesToSign, median, slowest) => {
  expect(tally([portion('a', '2026-11-24', { minutesToSign })]).total).toMatchObject({
    ...{ medianMinutesToSign: median, slowestMinutesToSign: slowest },
  });
});

it('gives no time where nothing was signed for', () => {
  expect(tally([portion('a', '2026-11-24', { received: 1 })]).total).not.toHaveProperty('medianMinutesToSign');
});
