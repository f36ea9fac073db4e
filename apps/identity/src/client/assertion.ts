import { DomainError, isId } from '@karez/kernel';
import { createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

/** Longest life of an assertion, in seconds (FAPI 2.0 keeps them short; so long its `jti` is remembered). */
export const assertionSeconds = 300;
const toleranceSeconds = 30;

const reasons = {
  malformed: '格式不对',
  issuer: 'iss 与 sub 须同为接入系统编号',
  signature: '签名不是由登记的公钥验证通过的',
  audience: 'aud 须为令牌地址',
  expired: '已过期或尚未生效',
  lifetime: '有效期不能超过 5 分钟',
  claims: '须带 exp 和 jti',
  replayed: '同一断言已用过',
  disabled: '接入系统已停用',
} as const;
export type AssertionProblem = keyof typeof reasons;

export const invalidAssertion = (problem: AssertionProblem): DomainError =>
  new DomainError('identity.client.assertion_invalid', { reason: reasons[problem], problem });

/** What a good assertion says: who, and the mark by which it is used once. */
export interface Assertion {
  readonly clientId: string;
  readonly jti: string;
  readonly expiresAt: Date;
}

/** Whose assertion it claims to be, before anything of it is believed. @throws DomainError `identity.client.assertion_invalid` */
export function claimedClient(assertion: string): string {
  let claims: JWTPayload;
  try {
    claims = decodeJwt(assertion);
  } catch {
    throw invalidAssertion('malformed');
  }
  if (!claims.iss || claims.iss !== claims.sub || !isId(claims.iss)) throw invalidAssertion('issuer');
  return claims.iss;
}

/**
 * Checks an assertion (RFC 7523 section 3) with the client's own keys.
 * @param audience the one address it may be meant for
 * @throws DomainError `identity.client.assertion_invalid` with the reason
 */
export async function checkedAssertion(assertion: string, keys: JSONWebKeySet, audience: string, now: Date): Promise<Assertion> {
  const { clientId, claims } = { clientId: claimedClient(assertion), claims: await verified(assertion, keys, audience, now) };
  const { exp, jti } = claims;
  if (!exp || typeof jti !== 'string' || !jti || jti.length > 200) throw invalidAssertion('claims');
  if (exp > now.getTime() / 1000 + assertionSeconds + toleranceSeconds) throw invalidAssertion('lifetime');
  return { clientId, jti, expiresAt: new Date((exp + toleranceSeconds) * 1000) };
}

async function verified(assertion: string, keys: JSONWebKeySet, audience: string, now: Date): Promise<JWTPayload> {
  try {
    const options = { audience, algorithms: ['ES256', 'EdDSA'], clockTolerance: toleranceSeconds, currentDate: now };
    return (await jwtVerify(assertion, createLocalJWKSet(keys), options)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw invalidAssertion('expired');
    if (error instanceof errors.JWTClaimValidationFailed) throw invalidAssertion(error.claim === 'aud' ? 'audience' : 'expired');
    if (error instanceof errors.JOSEError) throw invalidAssertion('signature');
    throw error;
  }
}
