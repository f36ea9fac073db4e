import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { type ClientToken, identityApi } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { type JWTPayload, SignJWT } from 'jose';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';

let identity: IdentityUnderTest;
let admin: Caller;
let hetian: string;
beforeAll(async () => {
  identity = await IdentityUnderTest.start();
  admin = await identity.steppedUp(await identity.signIn('admin'));
  hetian = await identity.orgId('和田地区水利局');
}, 60_000);
afterAll(() => identity.stop());

interface Key {
  readonly alg: 'ES256' | 'EdDSA';
  readonly privateKey: KeyObject;
  readonly publicJwk: Record<string, string>;
}
function newKey(alg: Key['alg'] = 'ES256'): Key {
  const { privateKey, publicKey } = alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return { alg, privateKey, publicJwk: publicKey.export({ format: 'jwk' }) as Record<string, string> };
}
const tokenUrl = 'https://karez.example/api/identity/token';
const seconds = (ahead: number): number => Math.floor(Date.now() / 1000) + ahead;
const register = async (key: Key): Promise<string> =>
  (
    await identity.call(
      identityApi.registerClient,
      { name: '和田水情系统', orgId: hetian, permissions: ['identity.org.read'], scope: 'unit_and_below', publicJwk: key.publicJwk },
      { as: admin },
    )
  ).id;
const assertionOf = (key: Key, claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: key.alg }).sign(key.privateKey);
const good = (id: string): JWTPayload => ({ iss: id, sub: id, aud: tokenUrl, exp: seconds(60), jti: randomUUID() });
const signIn = (client_assertion: string): Promise<ClientToken> =>
  identity.call(identityApi.signInClient, {
    client_assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    grant_type: 'client_credentials',
  });

it.each(['ES256', 'EdDSA'] as const)('signs a system in with its own %s key, to what it was given and no more', async (alg) => {
  const key = newKey(alg);
  const id = await register(key);
  const token = await signIn(await assertionOf(key, good(id)));
  expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
  const { token: authority } = await identity.system(identityApi.getAuthority, { accessToken: token.access_token });
  const as = { signedIn: {} as never, authority };
  expect(await identity.call(identityApi.getMe, {}, { as })).toMatchObject({
    realm: 'service',
    id,
    name: '和田水情系统',
    permissions: ['identity.org.read'],
  });
  expect((await identity.call(identityApi.listOrgs, { limit: 200 }, { as })).items).toHaveLength(9);
  await expect(identity.call(identityApi.listPeople, {}, { as })).rejects.toMatchObject({ code: 'auth.forbidden' });
  await expect(identity.call(identityApi.enrolFactor, {}, { as })).rejects.toMatchObject({ code: 'auth.forbidden' });
});

describe('an assertion', () => {
  let key: Key;
  let id: string;
  beforeAll(async () => {
    key = newKey();
    id = await register(key);
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload, string]>([
    ['for somebody else', (claims) => ({ ...claims, aud: 'https://elsewhere.example/token' }), 'audience'],
    ['for nobody', ({ aud: _aud, ...claims }) => claims, 'audience'],
    ['that has expired', (claims) => ({ ...claims, exp: seconds(-60) }), 'expired'],
    ['that is not valid yet', (claims) => ({ ...claims, nbf: seconds(120) }), 'expired'],
    ['that would be good for an hour', (claims) => ({ ...claims, exp: seconds(3_600) }), 'lifetime'],
    ['without an end', ({ exp: _exp, ...claims }) => claims, 'claims'],
    ['without a mark', ({ jti: _jti, ...claims }) => claims, 'claims'],
    ['whose mark is endless', (claims) => ({ ...claims, jti: 'x'.repeat(201) }), 'claims'],
    ['of two clients', (claims) => ({ ...claims, sub: newId() }), 'issuer'],
    ['of a client that is none', () => good(newId()), 'signature'],
    ['of a client without an id', (claims) => ({ ...claims, iss: 'x', sub: 'x' }), 'issuer'],
  ])('%s is refused', async (_, change, problem) => {
    await expect(signIn(await assertionOf(key, change(good(id))))).rejects.toMatchObject({
      code: 'identity.client.assertion_invalid',
      params: { problem },
    });
  });

  it('signed with another key is refused, and so is one that is not signed or no token', async () => {
    await expect(signIn(await assertionOf(newKey(), good(id)))).rejects.toMatchObject({ params: { problem: 'signature' } });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(good(id))).toString('base64url')}.`;
    await expect(signIn(unsigned)).rejects.toMatchObject({ params: { problem: 'signature' } });
    await expect(signIn('not a token')).rejects.toMatchObject({ params: { problem: 'malformed' } });
  });

  it('is good for one use, also when it is sent twenty times at once', async () => {
    const assertion = await assertionOf(key, good(id));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => signIn(assertion)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(signIn(assertion)).rejects.toMatchObject({ params: { problem: 'replayed' } });
  });

  it('of a system that was disabled is refused, and its token ends', async () => {
    const { access_token: accessToken } = await signIn(await assertionOf(key, good(id)));
    expect((await identity.call(identityApi.disableClient, { clientId: id }, { as: admin })).state).toBe('disabled');
    await expect(identity.system(identityApi.getAuthority, { accessToken })).rejects.toMatchObject({ code: 'auth.expired' });
    await expect(signIn(await assertionOf(key, good(id)))).rejects.toMatchObject({ params: { problem: 'disabled' } });
    await expect(identity.call(identityApi.disableClient, { clientId: id }, { as: admin })).rejects.toMatchObject({
      code: 'state.move_refused',
    });
  });
});

describe('registering a system', () => {
  const request = (more: object): never =>
    ({ name: '系统', orgId: hetian, permissions: [], scope: 'unit', publicJwk: newKey().publicJwk, ...more }) as never;

  it.each<[string, () => Record<string, unknown>]>([
    ['a private key', () => newKey().privateKey.export({ format: 'jwk' })],
    ['a symmetric key', () => ({ kty: 'oct', k: 'c2VjcmV0' })],
    ['an RSA key', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })],
    ['a point that is not on the curve', () => ({ ...newKey().publicJwk, x: 'AAAA' })],
    ['another curve', () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })],
  ])('refuses %s', async (_, make) => {
    await expect(identity.call(identityApi.registerClient, request({ publicJwk: make() }), { as: admin })).rejects.toMatchObject({
      code: 'identity.client.key_invalid',
    });
  });

  it('refuses a system that would be an administrator, or what is no permission', async () => {
    await expect(
      identity.call(identityApi.registerClient, request({ permissions: ['identity.role.grant'] }), { as: admin }),
    ).rejects.toMatchObject({ code: 'identity.role.beyond_own' });
    await expect(
      identity.call(identityApi.registerClient, request({ permissions: ['no.such.thing'] }), { as: admin }),
    ).rejects.toMatchObject({ code: 'identity.role.permission_unknown' });
  });

  it('is a signing act', async () => {
    await expect(identity.call(identityApi.registerClient, request({}), { as: await identity.signIn('admin') })).rejects.toMatchObject({
      code: 'auth.step_up_required',
    });
  });
});
