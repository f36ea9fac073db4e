import { identityApi } from '@karez/contracts-identity';
import { Factors } from '../src/session/factors.js';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';
import { codeOf } from './totp.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start({ KAREZ_ADMIN_FACTOR: 'required' });
}, 60_000);
afterAll(() => identity.stop());

async function enrol(caller: Caller): Promise<{ secret: string; codes: string[] }> {
  const { secret, uri } = await identity.call(identityApi.enrolFactor, {}, { as: caller });
  expect(uri).toMatch(/^otpauth:\/\/totp\/Karez:/);
  const { codes } = await identity.call(identityApi.confirmFactor, { code: codeOf(secret, -1) }, { as: caller });
  return { secret, codes };
}

it('asks for the code only after the right password, and steps the session up with it', async () => {
  const { secret } = await enrol(await identity.signIn('cele.clerk'));
  await expect(identity.signIn('cele.clerk', { password: 'Wrong-Word-1', code: codeOf(secret) })).rejects.toMatchObject({
    code: 'identity.session.wrong_credentials',
  });
  await expect(identity.signIn('cele.clerk')).rejects.toMatchObject({ code: 'identity.session.second_factor_required' });
  await expect(identity.signIn('cele.clerk', { code: '000000' })).rejects.toMatchObject({ code: 'identity.session.second_factor_wrong' });
  const caller = await identity.signIn('cele.clerk', { code: codeOf(secret) });
  const me = await identity.call(identityApi.getMe, {}, { as: caller });
  expect(me).toMatchObject({ factorEnrolled: true, recoveryCodesLeft: 10 });
  expect(Date.parse(me.steppedUpUntil!) - Date.now()).toBeGreaterThan(9 * 60_000);
  await expect(identity.signIn('cele.clerk', { code: codeOf(secret) })).rejects.toMatchObject({
    code: 'identity.session.second_factor_wrong',
  });
});

it('uses a code once under 50 parallel tries', async () => {
  const caller = await identity.signIn('yutian.clerk');
  const { secret, codes } = await enrol(caller);
  const personId = await identity.personId('yutian.clerk');
  const factors = identity.service.app.get(Factors);
  for (const code of [codeOf(secret), codes[0]!]) {
    const uses = await Promise.all(
      Array.from({ length: 50 }, () => identity.database.transaction((manager) => factors.use(manager, personId, code, new Date()))),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
  }
  const code = codeOf(secret, 1);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => identity.call(identityApi.stepUp, { code }, { as: caller })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('takes each recovery code once, however it is typed', async () => {
  const { codes } = await enrol(await identity.signIn('luopu.clerk'));
  expect(new Set(codes).size).toBe(10);
  await identity.signIn('luopu.clerk', { code: codes[3]!.toUpperCase().replace('-', ' ') });
  await expect(identity.signIn('luopu.clerk', { code: codes[3]! })).rejects.toMatchObject({ code: 'identity.session.second_factor_wrong' });
  const { recoveryCodesLeft } = await identity.call(
    identityApi.getMe,
    {},
    { as: await identity.signIn('luopu.clerk', { code: codes[4]! }) },
  );
  expect(recoveryCodesLeft).toBe(8);
});

it('counts wrong codes apart from wrong passwords, and slows them down', async () => {
  const { codes } = await enrol(await identity.signIn('moyu.clerk'));
  await identity.database.query('delete from attempt');
  for (let time = 0; time < 5; time++)
    await expect(identity.signIn('moyu.clerk', { code: '000000' })).rejects.toMatchObject({ code: 'identity.session.second_factor_wrong' });
  await expect(identity.signIn('moyu.clerk', { code: codes[0]! })).rejects.toMatchObject({ code: 'identity.session.too_many_attempts' });
  const { failures } = await identity.one<{ failures: string }>(
    `select coalesce(sum(failures), 0)::int as failures from attempt where kind <> 'factor'`,
  );
  expect(failures).toBe(0);
  await identity.database.query(`update attempt set last_at = last_at - interval '1 second'`);
  await identity.signIn('moyu.clerk', { code: codes[0]! });
});

it('lets an administrator without a second factor do nothing but enrol one', async () => {
  let admin = await identity.signIn('admin');
  expect(await identity.call(identityApi.getMe, {}, { as: admin })).toMatchObject({ factorMissing: true, permissions: [] });
  await expect(identity.call(identityApi.listOrgs, {}, { as: admin })).rejects.toMatchObject({
    code: 'identity.session.factor_not_enrolled',
  });
  const { now } = await identity.system(identityApi.listSessionChanges, {});
  await enrol(admin);
  const { items } = await identity.system(identityApi.listSessionChanges, { since: now });
  expect(items).toContainEqual(expect.objectContaining({ sessionId: admin.signedIn.sessionId, ended: false }));
  admin = await identity.again(admin);
  expect((await identity.call(identityApi.listOrgs, { limit: 1 }, { as: admin })).items).toHaveLength(1);
  await expect(identity.call(identityApi.enrolFactor, {}, { as: admin })).rejects.toMatchObject({
    code: 'identity.factor.already_enrolled',
  });
});

it('opens signing acts for ten minutes after the factor was passed, and not without one', async () => {
  await expect(identity.call(identityApi.stepUp, { code: '123456' }, { as: await identity.signIn('minfeng.clerk') })).rejects.toMatchObject(
    { code: 'identity.session.factor_not_enrolled' },
  );
  const caller = await identity.signIn('minfeng.clerk');
  const { secret } = await enrol(caller);
  await expect(identity.call(identityApi.removeFactor, {}, { as: caller })).rejects.toMatchObject({ code: 'auth.step_up_required' });
  await identity.call(identityApi.stepUp, { code: codeOf(secret) }, { as: caller });
  await identity.database.query(`update session set stepped_up_at = now() - interval '601 seconds' where id = $1`, [
    caller.signedIn.sessionId,
  ]);
  await expect(identity.call(identityApi.removeFactor, {}, { as: await identity.again(caller) })).rejects.toMatchObject({
    code: 'auth.step_up_required',
  });
  await identity.database.query(`update session set stepped_up_at = now() - interval '500 seconds' where id = $1`, [
    caller.signedIn.sessionId,
  ]);
  await identity.call(identityApi.removeFactor, {}, { as: await identity.again(caller) });
  expect((await identity.call(identityApi.getMe, {}, { as: await identity.again(caller) })).factorEnrolled).toBe(false);
});

it('keeps no secret in clear', async () => {
  const caller = await identity.signIn('hetian.clerk');
  const { secret, codes } = await enrol(caller);
  const rows = JSON.stringify([
    await identity.database.query(`select encode(secret, 'escape') as secret from totp_factor`),
    await identity.database.query('select envelope from outbox'),
    await identity.database.query('select reply from handled_command'),
  ]);
  expect(rows).not.toContain(secret);
  for (const code of codes) expect(rows).not.toContain(code);
});
