import { jest } from '@jest/globals';
import { Passwords } from '../src/session/passwords.js';
import { IdentityUnderTest, password } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
}, 60_000);
afterAll(() => identity.stop());
beforeEach(() => identity.database.query('delete from attempt'));

const guess = (account: string, address: string, word = 'Wrong-Guess-00'): Promise<string> =>
  identity.signIn(account, { address, password: word }).then(
    () => 'in',
    (error: { code: string }) => error.code.split('.').at(-1)!,
  );
const later = (seconds: number): Promise<unknown> =>
  identity.database.query(`update attempt set last_at = last_at - make_interval(secs => $1)`, [seconds]);

it.each(['yutian.clerk', 'no.such.account'])('slows guesses at %s down after five, and answers both alike', async (account) => {
  const answers: string[] = [];
  for (let time = 0; time < 7; time++) answers.push(await guess(account, '203.0.113.1'));
  expect(answers).toEqual([...Array.from({ length: 5 }, () => 'wrong_credentials'), 'too_many_attempts', 'too_many_attempts']);
  await later(1);
  expect(await guess(account, '203.0.113.1')).toBe('wrong_credentials');
  await expect(identity.signIn(account, { address: '203.0.113.1' })).rejects.toMatchObject({ params: { seconds: 2 } });
});

it('counts 60 guesses sent at once like 60 sent in a row: five are tried', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, number) => guess('yutian.clerk', '203.0.113.2', `Guess-Number-${number}`)),
  );
  expect(answers.filter((answer) => answer === 'wrong_credentials')).toHaveLength(5);
  expect(answers.filter((answer) => answer === 'too_many_attempts')).toHaveLength(55);
});

it('lets the right password in again once the wait is over', async () => {
  for (let time = 0; time < 6; time++) await guess('yutian.clerk', '203.0.113.3');
  expect(await guess('yutian.clerk', '203.0.113.3', password)).toBe('too_many_attempts');
  await later(1);
  expect(await guess('yutian.clerk', '203.0.113.3', password)).toBe('in');
  expect(await guess('yutian.clerk', '203.0.113.3', password)).toBe('in');
});

it('cannot be used to lock the owner out: neither where the owner always signs in, nor from a new place with a good name', async () => {
  expect(await guess('cele.clerk', '10.65.32.25', password)).toBe('in');
  await identity.database.query('delete from attempt');
  for (let address = 1; address <= 12; address++)
    for (let time = 0; time < 3; time++) await guess('cele.clerk', `203.0.113.${100 + address}`);
  expect(await guess('cele.clerk', '203.0.113.250', password)).toBe('in');
  // more guesses than a day's budget for strangers, from as many addresses as it takes
  for (let address = 1; address <= 120; address++) await guess('cele.clerk', `198.51.100.${address}`);
  expect(await guess('cele.clerk', '198.51.100.200', password)).toBe('too_many_attempts');
  expect(await guess('cele.clerk', '10.65.32.25', password)).toBe('in');
  await later(15 * 60);
  expect(await guess('cele.clerk', '198.51.100.200', password)).toBe('in');
}, 60_000);

it('does not clear an address by signing in to an account of its own', async () => {
  for (const account of ['a1', 'a2', 'a3', 'a4', 'a5']) for (let time = 0; time < 4; time++) await guess(account, '203.0.113.9');
  expect(await guess('moyu.clerk', '203.0.113.9', password)).toBe('too_many_attempts');
  await later(1);
  expect(await guess('moyu.clerk', '203.0.113.9', password)).toBe('in');
  expect(await guess('minfeng.clerk', '203.0.113.9', password)).toBe('too_many_attempts');
  expect(await guess('moyu.clerk', '203.0.113.9', password)).toBe('in');
});

it('does the work of one password for an account that does not exist as for one that does', async () => {
  const passwords = identity.service.app.get(Passwords);
  const spy = jest.spyOn(passwords, 'matches');
  await guess('no.such.account', '203.0.113.20');
  await guess('yutian.clerk', '203.0.113.20');
  expect(spy.mock.calls.map(([credential]) => credential !== undefined)).toEqual([false, true]);
  spy.mockRestore();
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[2]!;
  };
  const credential = await passwords.of(await identity.personId('yutian.clerk'));
  const [absent, present] = [await time(() => passwords.matches(undefined, 'x')), await time(() => passwords.matches(credential, 'x'))];
  // a lookup alone takes well under a millisecond; five times is what a busy machine may do to the median of five
  expect(absent).toBeGreaterThan(present / 5);
});
