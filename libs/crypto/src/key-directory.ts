import { refusal } from './errors.js';
import type { Sm2PrivateKey } from './secret-key.js';
import type { Sm2PublicKey } from './sm2-public-key.js';

/** Signing and encryption have key pairs of their own (GM/T 0034: the second may be escrowed, the first never). */
export type KeyUse = 'signature' | 'encryption';

/** A body's public key as the directory publishes it. */
export interface PublishedKey {
  /** The body's id. */
  readonly owner: string;
  readonly keyId: string;
  readonly use: KeyUse;
  readonly publicKey: Sm2PublicKey;
  readonly validFrom: Date;
  /** From here on it signs nothing new; what it signed before still verifies. */
  readonly validUntil?: Date;
  /** From here on nothing is believed that was not seen before. */
  readonly revokedAt?: Date;
}

/** The only source of trust: a key that comes with a message is never used. */
export interface KeyDirectory {
  find(owner: string, keyId: string): Promise<PublishedKey | undefined>;
}

/** A body's own signing key. */
export interface SigningKey {
  readonly owner: string;
  readonly keyId: string;
  readonly privateKey: Sm2PrivateKey;
}

/** When something was signed, by its own word, and when the verifier first held it, by the verifier's record. */
export interface SignedTimes {
  readonly signedAt: Date;
  readonly seenAt: Date;
}

/** Clocks of two nodes may differ by this, in milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** @throws DomainError `crypto.key_unknown`, also when the directory answers with another key than was asked for */
export async function publishedKey(directory: KeyDirectory, owner: string, keyId: string): Promise<PublishedKey> {
  const key = await directory.find(owner, keyId);
  if (key?.owner !== owner || key.keyId !== keyId) throw refusal('crypto.key_unknown', { owner, keyId });
  return key;
}

/**
 * May a signature of these times be believed, or a message be encrypted with this key?
 * The period of validity is judged by the signing time, so that a message may travel for months past a rotation. A revocation is
 * judged by the time it was seen, because the thief of a key writes any signing time he likes.
 * @throws DomainError `crypto.key_wrong_use`, `crypto.key_outside_validity`, `crypto.key_revoked`, `crypto.signed_in_future`
 */
export function assertUsable(key: PublishedKey, use: KeyUse, { signedAt, seenAt }: SignedTimes): void {
  const { owner, keyId, validFrom, validUntil, revokedAt } = key;
  if (key.use !== use) throw refusal('crypto.key_wrong_use', { owner, keyId });
  if (revokedAt && revokedAt <= seenAt) throw refusal('crypto.key_revoked', { owner, keyId, revokedAt: revokedAt.toISOString() });
  if (signedAt.getTime() > seenAt.getTime() + CLOCK_TOLERANCE_MS) throw refusal('crypto.signed_in_future');
  if (signedAt < validFrom || (validUntil && signedAt >= validUntil)) throw refusal('crypto.key_outside_validity', { owner, keyId });
}
