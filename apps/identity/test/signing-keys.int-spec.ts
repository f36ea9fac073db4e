import { identityApi } from '@karez/contracts-identity';
import { eventually } from '@karez/testing';
import { decodeProtectedHeader } from 'jose';
import { Sealer } from '../src/key/sealer.js';
import { SigningKeys } from '../src/key/signing-keys.js';
import { Tokens } from '../src/key/tokens.js';
import { IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
}, 60_000);
afterAll(() => identity.stop());

const kids = async (): Promise<unknown[]> => (await identity.call(identityApi.getJwks, {})).keys.map(({ kid }) => kid);

it('announces the next key before it signs, and forgets the old one when its tokens have ended', async () => {
  const before = await identity.signIn('cele.clerk');
  const { kid: old } = decodeProtectedHeader(before.signedIn.accessToken!);
  const otherProcess = (): SigningKeys => new SigningKeys(identity.database, identity.service.app.get(Sealer));
  expect((await otherProcess().current()).kid).toBe(old);

  await identity.database.query(`update signing_key set created_at = created_at - interval '31 days'`);
  expect((await otherProcess().current()).kid).toBe(old);
  const [next, ...rest] = await kids();
  expect(rest).toEqual([old]);
  await otherProcess().current();
  expect(await kids()).toEqual([next, old]);

  await identity.database.query(`update signing_key set signs_from = now(), retired_at = null where kid = $1`, [next]);
  const keys = otherProcess();
  expect((await keys.current()).kid).toBe(next);
  const subject = { sessionId: before.signedIn.sessionId, subjectId: await identity.personId('cele.clerk'), realm: 'staff' } as const;
  const accessToken = await new Tokens(keys).access(subject, 600);
  // who checks tokens asks for keys once a second at most
  await eventually(() => identity.callerOf({ ...before.signedIn, accessToken }));
  await identity.again(before);

  await identity.database.query(`update signing_key set retired_at = now() - interval '16 minutes' where kid = $1`, [old]);
  expect(await kids()).toEqual([next]);
});

it('shows the public half only, and keeps the private half sealed', async () => {
  for (const key of (await identity.call(identityApi.getJwks, {})).keys)
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  const rows = await identity.database.query<{ sealed: string }[]>(`select encode(private_sealed, 'escape') as sealed from signing_key`);
  for (const { sealed } of rows) expect(sealed).not.toContain('"d"');
});

it('makes one key, however many ask for the first one at once', async () => {
  await identity.database.query('delete from signing_key');
  const made = await Promise.all(
    Array.from({ length: 8 }, () => new SigningKeys(identity.database, identity.service.app.get(Sealer)).current()),
  );
  expect(new Set(made.map(({ kid }) => kid)).size).toBe(1);
  expect(await kids()).toHaveLength(1);
});
