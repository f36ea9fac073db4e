import { DomainError } from '@karez/kernel';
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';

/** A client's public key, checked, with nothing in it but the public parts. */
export interface ClientKey {
  readonly thumbprint: string;
  readonly jwk: JWK;
}

/** @throws DomainError `identity.client.key_invalid`, also for a key that gives away its private part */
export async function checkedKey(offered: Readonly<Record<string, unknown>>): Promise<ClientKey> {
  const { kty, crv, x, y } = offered;
  const invalid = new DomainError('identity.client.key_invalid');
  if ('d' in offered || typeof x !== 'string') throw invalid;
  const ec = kty === 'EC' && crv === 'P-256' && typeof y === 'string';
  const ed = kty === 'OKP' && crv === 'Ed25519';
  if (!ec && !ed) throw invalid;
  const jwk: JWK = ec ? { kty, crv, x, y } : { kty: 'OKP', crv: 'Ed25519', x };
  try {
    await importJWK(jwk, ec ? 'ES256' : 'EdDSA');
    return { thumbprint: await calculateJwkThumbprint(jwk), jwk: { ...jwk, alg: ec ? 'ES256' : 'EdDSA' } };
  } catch {
    throw invalid;
  }
}
