import { placeOf, rules, signInWait, type SignInTallies, standing, type Tally, waitOf } from './attempt.policy.js';

const now = new Date('2026-11-23T04:00:00Z');
const tally = (failures: number, secondsAgo = 0): Tally => ({ failures, lastAt: new Date(now.getTime() - secondsAgo * 1000) });

it.each([
  ['nobody has failed', undefined, 0],
  ['the fourth failure', tally(4), 0],
  ['the fifth', tally(5), 1],
  ['the sixth', tally(6), 2],
  ['the tenth', tally(10), 32],
  ['the sixtieth', tally(60), 900],
  ['the sixth, a second later', tally(6, 1), 1],
  ['the sixth, two seconds later', tally(6, 2), 0],
  ['the sixtieth, an hour and a second later', tally(60, 3_601), 0],
])('waits for one account at one address after %s', (_, failed, seconds) => {
  expect(waitOf('pair', failed, now)).toBe(seconds);
});

it.each(['pair', 'address', 'account', 'factor'] as const)(
  'never makes %s wait longer than its longest, whatever was done to it',
  (kind) => {
    for (const failures of [100, 10_000, 2 ** 31 - 1]) expect(waitOf(kind, tally(failures), now)).toBe(rules[kind].longest);
  },
);

it('forgets failures after a while without any', () => {
  expect(standing('account', tally(50, 86_399), now)).toBe(50);
  expect(standing('account', tally(50, 86_401), now)).toBe(0);
});

const tallies = (more: Partial<SignInTallies>): SignInTallies => ({
  pair: undefined,
  address: undefined,
  account: undefined,
  known: false,
  ...more,
});
it.each<[string, Partial<SignInTallies>, boolean]>([
  ['a first attempt', {}, false],
  ['an account under attack, from where its owner signs in', { account: tally(5_000), address: tally(900), known: true }, false],
  ['an account under attack, from a new address with a good name', { account: tally(90), address: tally(2) }, false],
  ['an account under heavy attack, from a new address', { account: tally(100) }, true],
  ['an account under attack, from an address that has failed before', { account: tally(90), address: tally(3) }, true],
  ['a quiet account, from an address that has failed much', { address: tally(25) }, true],
  ['a quiet account, from an office where people mistype', { address: tally(15) }, false],
  ['guesses from where the owner signs in', { pair: tally(8), known: true }, true],
])('%s', (_, more, waits) => {
  expect(signInWait(tallies(more), now) > 0).toBe(waits);
});

it.each([
  ['10.65.32.25', '10.65.32.25'],
  ['::ffff:10.65.32.25', '::ffff:10.65.32.25'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('counts %s as %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
