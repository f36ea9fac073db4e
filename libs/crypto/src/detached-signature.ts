import { canonicalBytes } from './canonical-json.js';
import type { Digests, Signatures } from './crypto-provider.js';
import { refusal } from './errors.js';
import { assertUsable, type KeyDirectory, publishedKey, type SigningKey } from './key-directory.js';
import { sameBytes } from './sm3.js';
import { isWellFormed, readBase64, readInstant } from './strict-text.js';

/**
 * A signature that travels beside its content. Signed is the canonical JSON of everything here but `signature`, so that signer, time
 * and purpose cannot be exchanged; `openssl pkeyutl -verify -rawin -digest sm3` confirms it over `detachedStatement()`.
 */
export interface DetachedSignature {
  readonly v: 1;
  readonly alg: 'SM2-SM3';
  /** What the signature says, e.g. `exchange.receipt.custody`: one given for one purpose is worth nothing for another. */
  readonly purpose: string;
  readonly signer: string;
  readonly keyId: string;
  /** UTC with milliseconds. */
  readonly signedAt: string;
  /** SM3 of the content, hex. */
  readonly digest: string;
  /** DER, base64. */
  readonly signature: string;
}

/** The content, or its SM3 digest when it was streamed. */
export type SignedContent = Uint8Array | { readonly digest: Uint8Array };

/** @throws DomainError `crypto.input_invalid` for a digest that is not 32 bytes */
export async function signDetached(
  provider: Digests & Signatures,
  content: SignedContent,
  { purpose, signedAt }: { readonly purpose: string; readonly signedAt: Date },
  { owner, keyId, privateKey }: SigningKey,
): Promise<DetachedSignature> {
  const digest = digestOf(provider, content);
  if (digest.length !== 32) throw refusal('crypto.input_invalid', { reason: 'an SM3 digest has 32 bytes' });
  const statement = {
    v: 1,
    alg: 'SM2-SM3',
    purpose,
    signer: owner,
    keyId,
    signedAt: signedAt.toISOString(),
    digest: digest.toString('hex'),
  } as const;
  const signature = await provider.sign(canonicalBytes(statement), privateKey);
  return { ...statement, signature: signature.toString('base64') };
}

/** The bytes that were signed. */
export function detachedStatement({ v, alg, purpose, signer, keyId, signedAt, digest }: DetachedSignature): Buffer {
  return canonicalBytes({ v, alg, purpose, signer, keyId, signedAt, digest });
}

export interface Expected {
  readonly purpose: string;
  /** Keys are taken from here only. */
  readonly directory: KeyDirectory;
  /** When the verifier first held this signature: now on arrival, the recorded time when old evidence is checked again. */
  readonly seenAt: Date;
}

/**
 * Returns when the signature stands; the signer is then `signature.signer`.
 * @throws DomainError `crypto.signature_malformed` (also another purpose or version), `crypto.digest_mismatch`, `crypto.signature_invalid`,
 * `crypto.key_unknown`, `crypto.key_wrong_use`, `crypto.key_outside_validity`, `crypto.key_revoked`, `crypto.signed_in_future`
 */
export async function verifyDetached(
  provider: Digests & Signatures,
  content: SignedContent,
  signature: DetachedSignature,
  { purpose, directory, seenAt }: Expected,
): Promise<void> {
  const { signedAt, der } = readDetached(signature, purpose);
  const { signer, keyId, digest } = signature;
  if (!sameBytes(digestOf(provider, content), Buffer.from(digest, 'hex'))) throw refusal('crypto.digest_mismatch');
  const key = await publishedKey(directory, signer, keyId);
  assertUsable(key, 'signature', { signedAt, seenAt });
  const stands = await provider.verify(detachedStatement(signature), der, key.publicKey);
  if (!stands) throw refusal('crypto.signature_invalid', { signer });
}

const MEMBERS = 8;

/** It came from outside, so its type says nothing about it; a member more than we know could mean something to someone else. */
function readDetached(outside: unknown, expectedPurpose: string): { signedAt: Date; der: Buffer } {
  const { v, alg, purpose, ...rest } = (outside ?? {}) as Partial<Record<string, unknown>>;
  const signedAt = readInstant(rest['signedAt']);
  const der = readBase64(rest['signature']);
  const fixed = v === 1 && alg === 'SM2-SM3' && purpose === expectedPurpose;
  const named = [rest['signer'], rest['keyId']].every((text) => typeof text === 'string' && text.length > 0 && isWellFormed(text));
  const digested = typeof rest['digest'] === 'string' && /^[0-9a-f]{64}$/.test(rest['digest']);
  const complete = fixed && named && digested && Object.keys(outside ?? {}).length === MEMBERS;
  if (!complete || !signedAt || !der) throw refusal('crypto.signature_malformed');
  return { signedAt, der };
}

const digestOf = (provider: Digests, content: SignedContent): Buffer =>
  'digest' in content ? Buffer.from(content.digest) : provider.digest(content);
