import type { Actor } from '@karez/kernel';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { accessType, authorityType, issuer, TokenCheck } from './authority.js';

const actor: Actor = { realm: 'staff', id: 'p1', name: '林溪', grants: [] };
const pair = await generateKeyPair('ES256');
const foreign = await generateKeyPair('ES256');
const published: JWK[] = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }];
type Key = typeof pair.privateKey;
const token = (over: { typ?: string; iss?: string; key?: Key; kid?: string; exp?: string } = {}): Promise<string> =>
  new SignJWT({ actor: { ...actor }, sid: 's1', realm: 'staff' })
    .setProtectedHeader({ alg: 'ES256', kid: over.kid ?? 'k1', typ: over.typ ?? authorityType })
    .setSubject('p1')
    .setIssuer(over.iss ?? issuer)
    .setExpirationTime(over.exp ?? '5m')
    .sign(over.key ?? pair.privateKey);
const check = (): TokenCheck => new TokenCheck(() => Promise.resolve({ keys: published }));

it("takes identity's word on the caller", async () => {
  expect(await check().authority(await token())).toEqual(actor);
});

it('remembers a token only until it expires', async () => {
  const tokens = check();
  const text = await token();
  await tokens.authority(text);
  await expect(tokens.authority(text, Date.now() + 6 * 60_000)).rejects.toMatchObject({ code: 'auth.expired' });
});

it.each([
  ['of another kind', () => token({ typ: accessType })],
  ['of another issuer', () => token({ iss: 'elsewhere' })],
  ['signed by a foreign key', () => token({ key: foreign.privateKey })],
  ['of an unknown key', () => token({ kid: 'k2', key: foreign.privateKey })],
  ['that has expired', () => token({ exp: '-1s' })],
  ['without a signature', async () => `${(await token()).split('.').slice(0, 2).join('.')}.`],
  ['that is no token', () => Promise.resolve('x.y.z')],
])('refuses a token %s', async (_, make) => {
  await expect(check().authority(await make())).rejects.toMatchObject({ code: 'auth.expired' });
});

it('asks again when identity has signed with a new key', async () => {
  let asked = 0;
  const next = await generateKeyPair('ES256');
  const rotated = { ...(await exportJWK(next.publicKey)), kid: 'k2', alg: 'ES256' };
  const tokens = new TokenCheck(() => Promise.resolve({ keys: asked++ ? [...published, rotated] : published }));
  await tokens.authority(await token());
  const later = Date.now() + 2_000;
  expect(await tokens.authority(await token({ kid: 'k2', key: next.privateKey }), later)).toEqual(actor);
});
