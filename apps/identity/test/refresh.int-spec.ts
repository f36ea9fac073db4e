import { identityApi, type SignedIn } from '@karez/contracts-identity';
import { IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
}, 60_000);
afterAll(() => identity.stop());

const refresh = (refreshToken: string): Promise<SignedIn> => identity.call(identityApi.refreshSession, { refreshToken });
const later = (sessionId: string, interval: string): Promise<unknown> =>
  identity.database.query(`update refresh_token set consumed_at = consumed_at - $2::interval where session_id = $1`, [sessionId, interval]);
const open = async (sessionId: string): Promise<boolean> =>
  (await identity.one<{ open: boolean }>('select ended_at is null as open from session where id = $1', [sessionId])).open;

it('gives 50 who refresh the same token at once the same successor: one family, nobody logged out', async () => {
  const { signedIn } = await identity.signIn('hetian.clerk');
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(signedIn.refreshToken!)));
  const successors = [...new Set(answers.map(({ refreshToken }) => refreshToken))];
  expect(successors).toHaveLength(1);
  expect(successors[0]).not.toBe(signedIn.refreshToken);
  expect(
    await identity.one(
      'select count(*)::int as tokens, count(*) filter (where consumed_at is null)::int as unused from refresh_token where session_id = $1',
      [signedIn.sessionId],
    ),
  ).toEqual({ tokens: 2, unused: 1 });
  for (const answer of answers) await identity.callerOf(answer);
  expect((await refresh(successors[0]!)).sessionId).toBe(signedIn.sessionId);
  expect(await open(signedIn.sessionId)).toBe(true);
});

it('answers a token again within half a minute, when the answer was lost, also after the successor was used', async () => {
  const { signedIn } = await identity.signIn('hetian.clerk');
  const first = await refresh(signedIn.refreshToken!);
  await refresh(first.refreshToken!);
  await later(signedIn.sessionId, '29 seconds');
  expect((await refresh(signedIn.refreshToken!)).refreshToken).toBe(first.refreshToken);
});

it('ends the whole family when a token is used again after the grace, tells the person and records it', async () => {
  const { signedIn } = await identity.signIn('luopu.clerk');
  const { now } = await identity.system(identityApi.listSessionChanges, {});
  const thief = await refresh(signedIn.refreshToken!);
  await later(signedIn.sessionId, '31 seconds');
  await expect(refresh(signedIn.refreshToken!)).rejects.toMatchObject({ code: 'identity.session.refresh_reused' });
  await expect(refresh(thief.refreshToken!)).rejects.toMatchObject({ code: 'auth.expired' });
  await expect(identity.callerOf(thief)).rejects.toMatchObject({ code: 'auth.expired' });
  const { items } = await identity.system(identityApi.listSessionChanges, { since: now });
  expect(items).toContainEqual(expect.objectContaining({ sessionId: signedIn.sessionId, ended: true }));
  const again = await identity.signIn('luopu.clerk');
  const [told] = (await identity.call(identityApi.listNotifications, { unread: true }, { as: again })).items;
  expect(told).toMatchObject({ kind: 'refresh_reused' });
  await expect(refresh(signedIn.refreshToken!)).rejects.toMatchObject({ code: 'auth.expired' });
  expect(await open(again.signedIn.sessionId)).toBe(true);
});

it('ends a session that is idle for half an hour, and every session after twelve hours', async () => {
  const { signedIn } = await identity.signIn('moyu.clerk');
  const { idle } = await identity.one<{ idle: string }>(
    `select extract(epoch from expires_at - issued_at)::int::text as idle from refresh_token where session_id = $1`,
    [signedIn.sessionId],
  );
  expect(idle).toBe('1800');
  await identity.database.query(`update refresh_token set expires_at = now() - interval '1 second' where session_id = $1`, [
    signedIn.sessionId,
  ]);
  await expect(refresh(signedIn.refreshToken!)).rejects.toMatchObject({ code: 'auth.expired' });

  const long = await identity.signIn('moyu.clerk');
  const { hours } = await identity.one<{ hours: string }>(
    `select extract(epoch from ends_at - started_at)::int / 3600 as hours from session where id = $1`,
    [long.signedIn.sessionId],
  );
  expect(Number(hours)).toBe(12);
  await identity.database.query(`update session set ends_at = now() + interval '5 minutes' where id = $1`, [long.signedIn.sessionId]);
  const last = await refresh(long.signedIn.refreshToken!);
  expect(last.expiresIn).toBeLessThanOrEqual(300);
  await identity.database.query(`update session set ends_at = now() - interval '1 second' where id = $1`, [long.signedIn.sessionId]);
  await expect(refresh(last.refreshToken!)).rejects.toMatchObject({ code: 'auth.expired' });
  await expect(identity.callerOf(last)).rejects.toMatchObject({ code: 'auth.expired' });
});

it.each(['kr_unknown', 'x'.repeat(200)])('refuses the token %s, which nobody was given', async (token) => {
  await expect(refresh(token)).rejects.toMatchObject({ code: 'auth.expired' });
});

it('asks to sign in when no token comes at all', async () => {
  await expect(identity.call(identityApi.refreshSession, {})).rejects.toMatchObject({ code: 'auth.required' });
});

it('keeps no token in clear', async () => {
  const { signedIn } = await identity.signIn('hetian.clerk');
  const text = JSON.stringify(
    await identity.database.query(
      'select hash::text, session_id from refresh_token union all select envelope::text::bytea::text, id from outbox',
    ),
  );
  expect(text).not.toContain(Buffer.from(signedIn.refreshToken!).toString('hex'));
});
