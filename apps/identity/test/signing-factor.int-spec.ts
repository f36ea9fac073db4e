import { generateKeyPairSync } from 'node:crypto';
import { identityApi } from '@karez/contracts-identity';
import { type Caller, IdentityUnderTest } from './identity-under-test.js';
import { codeOf } from './totp.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await IdentityUnderTest.start({ KAREZ_SIGNING_FACTOR: 'when-bound' });
}, 60_000);
afterAll(() => identity.stop());

let number = 0;
/** A signing act of an administrator. */
const register = async (as: Caller): Promise<string> => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const request = { name: `系统${++number}`, orgId: await identity.orgId('和田地区水利局'), permissions: [], scope: 'unit', publicJwk };
  return (await identity.call(identityApi.registerClient, request as never, { as })).name;
};

it('asks nobody for a factor that they have not bound, and everybody for one that they have', async () => {
  const admin = await identity.signIn('admin');
  expect(await register(admin)).toBe('系统1');
  const { secret } = await identity.call(identityApi.enrolFactor, {}, { as: admin });
  await identity.call(identityApi.confirmFactor, { code: codeOf(secret, -1) }, { as: admin });
  await expect(register(await identity.again(admin))).rejects.toMatchObject({ code: 'auth.step_up_required' });
  await identity.call(identityApi.stepUp, { code: codeOf(secret) }, { as: admin });
  expect(await register(await identity.again(admin))).toBe('系统3');
});
