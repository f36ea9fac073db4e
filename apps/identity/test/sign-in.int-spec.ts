import { decodeProtectedHeader } from 'jose';
import { identityApi } from '@karez/contracts-identity';
import { builtInRoles } from '../src/seed/built-in-roles.js';
import { type Caller, IdentityUnderTest, password } from './identity-under-test.js';

let identity: IdentityUnderTest;
let clerk: Caller;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  clerk = await identity.signIn('cele.clerk');
}, 60_000);
afterAll(() => identity.stop());

it('signs the clerk of 策勒县水利局 in and shows her own body and what she may do', async () => {
  expect(clerk.signedIn).toMatchObject({ realm: 'staff', passwordMustChange: false, expiresIn: 600 });
  expect(decodeProtectedHeader(clerk.signedIn.accessToken!)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
  expect(decodeProtectedHeader(clerk.authority)).toMatchObject({ typ: 'authority+jwt', alg: 'ES256' });
  const me = await identity.call(identityApi.getMe, {}, { as: clerk });
  expect(me).toMatchObject({ account: 'cele.clerk', post: { orgName: '策勒县水利局', title: '文书岗' }, factorMissing: false });
  expect(me.permissions).toEqual([...builtInRoles.find(({ code }) => code === 'clerk')!.permissions].sort());
});

it('answers an unknown account, a wrong password and a disabled account alike', async () => {
  await identity.database.query(`update person set state = 'disabled' where account = 'minfeng.clerk'`);
  const attempts: [string, string][] = [
    ['nobody.here', password],
    ['cele.clerk', 'Wrong-Word-2026'],
    ['minfeng.clerk', password],
  ];
  for (const [account, word] of attempts) {
    await expect(identity.signIn(account, { password: word, address: '10.65.0.2' })).rejects.toMatchObject({
      code: 'identity.session.wrong_credentials',
      params: {},
    });
  }
});

it('signs nobody in with another kind of token', async () => {
  await expect(identity.system(identityApi.getAuthority, { accessToken: clerk.authority })).rejects.toMatchObject({ code: 'auth.expired' });
  await expect(identity.system(identityApi.getAuthority, { accessToken: 'no token' })).rejects.toMatchObject({ code: 'auth.expired' });
});

it('signs out: the authority is refused at once and the change is seen by the gateway', async () => {
  const leaving = await identity.signIn('yutian.clerk');
  const { now } = await identity.system(identityApi.listSessionChanges, {});
  await identity.call(identityApi.signOut, {}, { as: leaving });
  await expect(identity.again(leaving)).rejects.toMatchObject({ code: 'auth.expired' });
  const changes = await identity.system(identityApi.listSessionChanges, { since: now });
  expect(changes.items).toEqual([expect.objectContaining({ sessionId: leaving.signedIn.sessionId, ended: true })]);
  await expect(identity.call(identityApi.refreshSession, { refreshToken: leaving.signedIn.refreshToken! })).rejects.toMatchObject({
    code: 'auth.expired',
  });
});
