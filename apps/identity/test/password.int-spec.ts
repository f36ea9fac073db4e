import { identityApi } from '@karez/contracts-identity';
import { type Caller, IdentityUnderTest, password } from './identity-under-test.js';

let identity: IdentityUnderTest;
let clerk: Caller;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  clerk = await identity.signIn('cele.clerk');
}, 60_000);
afterAll(() => identity.stop());

const change = (current: string, next: string): Promise<unknown> =>
  identity.call(identityApi.changePassword, { current, next }, { as: clerk });
const wells = [
  'Well-Number-One-1',
  'Well-Number-Two-2',
  'Well-Number-Three-3',
  'Well-Number-Four-4',
  'Well-Number-Five-5',
  'Well-Number-Six-6',
];

it('refuses a weak one and says why, in words and in codes', async () => {
  await expect(change(password, 'cele.clerk1')).rejects.toMatchObject({
    code: 'identity.password.too_weak',
    params: { rules: ['personal'], reasons: '不能包含账号、姓名或手机号' },
  });
});

it('refuses the last five again, and takes the sixth', async () => {
  let current = password;
  for (const next of wells.slice(0, 5)) {
    await change(current, next);
    current = next;
  }
  for (const before of wells.slice(0, 5))
    await expect(change(current, before)).rejects.toMatchObject({ code: 'identity.password.used_before' });
  await change(current, password);
  expect(
    await identity.one(
      `select hash like '$argon2id$v=19$m=19456,t=2,p=1$%' as hashed, cardinality(earlier) as earlier from credential where subject_id = $1`,
      [await identity.personId('cele.clerk')],
    ),
  ).toEqual({ hashed: true, earlier: 4 });
});

it('tells the person', async () => {
  const { items } = await identity.call(identityApi.listNotifications, { limit: 1 }, { as: clerk });
  expect(items).toEqual([expect.objectContaining({ kind: 'password_changed', params: { address: '10.65.0.1' } })]);
});

it('slows guesses at the current one down, for whoever sits at an open desk', async () => {
  for (let time = 0; time < 5; time++)
    await expect(change('Wrong-Guess-1', wells[5]!)).rejects.toMatchObject({ code: 'identity.password.wrong' });
  await expect(change(password, wells[5]!)).rejects.toMatchObject({ code: 'identity.session.too_many_attempts' });
});

it('asks for a new one after ninety days, before anything else', async () => {
  await identity.database.query(`update credential set changed_at = now() - interval '91 days' where subject_id = $1`, [
    await identity.personId('yutian.clerk'),
  ]);
  const old = await identity.signIn('yutian.clerk');
  expect(old.signedIn.passwordMustChange).toBe(true);
  expect(await identity.call(identityApi.getMe, {}, { as: old })).toMatchObject({ passwordMustChange: true, permissions: [] });
  await expect(identity.call(identityApi.listPeople, {}, { as: old })).rejects.toMatchObject({
    code: 'identity.session.password_must_change',
  });
});
