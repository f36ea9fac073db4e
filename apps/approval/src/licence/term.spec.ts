import { lastDay, licenceStateAt, renewalHorizon } from './term.js';

it.each([
  ['2026-11-27', 5, '2031-11-26'],
  ['2026-01-01', 1, '2026-12-31'],
  ['2026-03-01', 2, '2028-02-29'],
  ['2027-03-01', 2, '2029-02-28'],
  ['2028-02-29', 4, '2032-02-28'],
  ['2028-02-29', 1, '2029-02-28'],
])('a term from %s over %d years ends on %s', (first, years, last) => {
  expect(lastDay(first, years)).toBe(last);
});

it.each([
  ['2026-11-27', null, '2026-11-27T15:59:59Z', 'valid'],
  ['2026-11-27', null, '2026-11-27T16:00:00Z', 'expired'],
  ['2026-11-26', null, '2026-11-26T20:00:00Z', 'expired'],
  ['2031-11-26', new Date(), '2026-11-27T00:00:00Z', 'revoked'],
])('a licence until %s (revoked %s) is at %s: %s', (validUntil, revokedAt, now, state) => {
  expect(licenceStateAt({ validUntil, revokedAt }, new Date(now))).toBe(state);
});

it('a renewal is due from the forty-fifth day before the end', () => {
  expect(renewalHorizon(new Date('2026-11-27T02:00:00Z'))).toBe('2027-01-11');
});
