import { inspect } from 'node:util';
import { refusal } from './errors.js';
import type { KeyKind, KeyOf, SecretKey } from './secret-key.js';
import { isPrivate, publicOf } from './sm2-curve.js';
import { Sm2PublicKey } from './sm2-public-key.js';

const LENGTH: Record<KeyKind, number> = { sm2: 32, sm4: 16, mac: 32 };

/** A secret in this process's memory, out of reach of whoever only holds the handle: no accessor, no print, no JSON, no clone. */
class SoftwareKey<K extends KeyKind> implements SecretKey<K> {
  static secretOf(key: SecretKey): Buffer | undefined {
    return #secret in key ? key.#secret : undefined;
  }

  #secret: Buffer | undefined;

  constructor(
    readonly kind: K,
    secret: Uint8Array,
  ) {
    this.#secret = Buffer.from(secret);
  }

  destroy(): void {
    this.#secret?.fill(0);
    this.#secret = undefined;
  }

  toJSON(): { kind: K } {
    return { kind: this.kind };
  }

  [inspect.custom](): string {
    return `SecretKey(${this.kind})`;
  }
}

class SoftwareSm2Key extends SoftwareKey<'sm2'> {
  readonly publicKey: Sm2PublicKey;

  constructor(secret: Uint8Array) {
    super('sm2', secret);
    this.publicKey = Sm2PublicKey.fromBytes(publicOf(secret));
  }
}

/** @throws DomainError `crypto.key_invalid` for a wrong length or, of kind `sm2`, a number outside [1, n−2] */
export function softwareKey<K extends KeyKind>(kind: K, secret: Uint8Array): KeyOf[K] {
  if (secret.length !== LENGTH[kind]) throw refusal('crypto.key_invalid', { reason: `a ${kind} key has ${LENGTH[kind]} bytes` });
  if (kind === 'sm2' && !isPrivate(secret)) throw refusal('crypto.key_invalid', { reason: 'private key outside [1, n−2]' });
  const key: SecretKey = kind === 'sm2' ? new SoftwareSm2Key(secret) : new SoftwareKey(kind, secret);
  return key as KeyOf[K];
}

/**
 * The bytes behind a handle, for this package only.
 * @throws DomainError `crypto.key_foreign` for a handle of another provider, of another kind, or destroyed
 */
export function secretOf(key: SecretKey, kind: KeyKind = key.kind): Buffer {
  const secret = key.kind === kind ? SoftwareKey.secretOf(key) : undefined;
  if (!secret) throw refusal('crypto.key_foreign');
  return secret;
}
