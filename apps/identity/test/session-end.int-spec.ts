import { identityApi } from '@karez/contracts-identity';
import { eventually } from '@karez/testing';
import { type Caller, IdentityUnderTest, password } from './identity-under-test.js';

let identity: IdentityUnderTest;
let security: Caller;
let admin: Caller;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  [security, admin] = [await identity.signIn('security'), await identity.signIn('admin')];
}, 60_000);
afterAll(() => identity.stop());

/** What the gateway sees of one session because of an act. */
async function changesOf(sessionId: string, act: () => Promise<unknown>): Promise<boolean[]> {
  const { now } = await identity.system(identityApi.listSessionChanges, {});
  await act();
  const { items } = await identity.system(identityApi.listSessionChanges, { since: now });
  return items.filter((item) => item.sessionId === sessionId).map(({ ended }) => ended);
}
const gone = async (caller: Caller): Promise<void> => {
  await expect(identity.again(caller)).rejects.toMatchObject({ code: 'auth.expired' });
  await expect(identity.call(identityApi.refreshSession, { refreshToken: caller.signedIn.refreshToken! })).rejects.toMatchObject({
    code: 'auth.expired',
  });
};

it('ends every session of a disabled person at once, and lets nobody in until enabled', async () => {
  const [here, there] = [await identity.signIn('cele.clerk'), await identity.signIn('cele.clerk', { address: '10.65.0.77' })];
  const personId = await identity.personId('cele.clerk');
  expect(
    await changesOf(there.signedIn.sessionId, () =>
      identity.call(identityApi.disablePerson, { personId, reason: '退休' }, { as: security }),
    ),
  ).toEqual([true]);
  await gone(here);
  await gone(there);
  await expect(identity.signIn('cele.clerk')).rejects.toMatchObject({ code: 'identity.session.wrong_credentials' });
  await identity.call(identityApi.enablePerson, { personId }, { as: security });
  await gone(here);
  await identity.signIn('cele.clerk');
});

it('ends sessions when a password is reset, and asks for a new one before anything else', async () => {
  const caller = await identity.signIn('yutian.clerk');
  const personId = await identity.personId('yutian.clerk');
  let firstPassword = '';
  const ended = await changesOf(
    caller.signedIn.sessionId,
    async () => ({ firstPassword } = await identity.call(identityApi.resetPassword, { personId }, { as: security })),
  );
  expect(ended).toEqual([true]);
  await expect(identity.signIn('yutian.clerk')).rejects.toMatchObject({ code: 'identity.session.wrong_credentials' });
  const first = await identity.signIn('yutian.clerk', { password: firstPassword });
  expect(first.signedIn.passwordMustChange).toBe(true);
  await expect(identity.call(identityApi.listPeople, {}, { as: first })).rejects.toMatchObject({
    code: 'identity.session.password_must_change',
  });
  await identity.call(identityApi.changePassword, { current: firstPassword, next: 'Fresh-Water-2027' }, { as: first });
  await identity.call(identityApi.listPeople, {}, { as: await identity.again(first) });
});

it('ends the other sessions when somebody changes the own password, and keeps the one at hand', async () => {
  const [mine, elsewhere] = [await identity.signIn('moyu.clerk'), await identity.signIn('moyu.clerk')];
  await identity.call(identityApi.changePassword, { current: password, next: 'Clear-Spring-2027' }, { as: mine });
  await gone(elsewhere);
  await identity.again(mine);
});

it('tells the gateway of every change of a grant, a role or a post, and what may be done follows', async () => {
  const caller = await identity.signIn('luopu.clerk');
  const { sessionId } = caller.signedIn;
  const [personId, postId, roleId] = [
    await identity.personId('luopu.clerk'),
    await identity.postId('luopu.clerk'),
    await identity.roleId('leader'),
  ];
  const grant = (): Promise<unknown> =>
    identity.call(identityApi.grantRole, { personId, postId, roleId, scope: 'unit_and_below' }, { as: security });
  expect(await changesOf(sessionId, grant)).toEqual([false]);
  await expect(grant()).rejects.toMatchObject({ code: 'identity.role.granted_already' });
  const permissions = async (): Promise<string[]> => (await identity.call(identityApi.getMe, {}, { as: caller })).permissions;

  const clerkRole = await identity.call(
    identityApi.createRole,
    { code: 'catalogue', name: '目录员', permissions: ['identity.role.read'] },
    { as: admin },
  );
  const granted = await identity.call(identityApi.grantRole, { personId, postId, roleId: clerkRole.id, scope: 'unit' }, { as: security });
  expect(await permissions()).toContain('identity.role.read');
  const update = { roleId: clerkRole.id, name: '目录员', permissions: [], version: clerkRole.version };
  expect(await changesOf(sessionId, () => identity.call(identityApi.updateRole, update, { as: admin }))).toEqual([false]);
  expect(await permissions()).not.toContain('identity.role.read');
  const grantId = granted.grants.find((each) => each.roleId === clerkRole.id)!.id;
  expect(await changesOf(sessionId, () => identity.call(identityApi.withdrawRole, { personId, grantId }, { as: security }))).toEqual([
    false,
  ]);

  const orgId = await identity.orgId('和田市水利局');
  const { posts } = await identity.call(identityApi.assignPost, { personId, orgId, title: '支援岗' }, { as: admin });
  const support = posts.find((post) => post.orgId === orgId)!;
  const other = await identity.signIn('luopu.clerk');
  expect(
    await changesOf(other.signedIn.sessionId, () => identity.call(identityApi.switchPost, { postId: support.id }, { as: other })),
  ).toEqual([false]);
  expect(
    await changesOf(other.signedIn.sessionId, () => identity.call(identityApi.endPost, { personId, postId: support.id }, { as: admin })),
  ).toEqual([true]);
  await gone(other);
  await identity.again(caller);
});

it('does not lose a change that was written before the question and committed after it', async () => {
  const { sessionId } = (await identity.signIn('hetian.clerk')).signedIn;
  const runner = identity.database.createQueryRunner();
  await runner.startTransaction();
  await runner.query('insert into session_change (session_id, ended) values ($1, true)', [sessionId]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = await identity.system(identityApi.listSessionChanges, {});
  expect(before.items.some((item) => item.sessionId === sessionId)).toBe(false);
  await runner.commitTransaction();
  await runner.release();
  const after = await identity.system(identityApi.listSessionChanges, { since: before.now });
  expect(after.items).toContainEqual(expect.objectContaining({ sessionId, ended: true }));
});

it('moves on: a question after the last answer brings nothing twice', async () => {
  const { now } = await eventually(async () => {
    const { now: first } = await identity.system(identityApi.listSessionChanges, {});
    const { items, now: second } = await identity.system(identityApi.listSessionChanges, { since: first });
    expect(items).toEqual([]);
    return { now: second };
  });
  expect(Date.now() - Date.parse(now)).toBeLessThan(5_000);
});

it('lists the own sessions and ends one of them', async () => {
  const [here, there] = [await identity.signIn('hetian.clerk'), await identity.signIn('hetian.clerk', { address: '10.65.0.99' })];
  const { items } = await identity.call(identityApi.listSessions, {}, { as: here });
  expect(items.find(({ current }) => current)).toMatchObject({ id: here.signedIn.sessionId, device: 'Chrome · Windows' });
  expect(items.find(({ address }) => address === '10.65.0.99')).toMatchObject({ id: there.signedIn.sessionId, current: false });
  await identity.call(identityApi.endSession, { sessionId: there.signedIn.sessionId }, { as: here });
  await gone(there);
});
