import type { Sm2PublicKey } from './sm2-public-key.js';

/** `sm2`: private half of a key pair. `sm4`: 16 bytes for encryption. `mac`: 32 bytes for HMAC-SM3. */
export type KeyKind = 'sm2' | 'sm4' | 'mac';

/**
 * A handle on a secret that its provider keeps. It says nothing of the secret, is worth nothing in another provider, and prints
 * and serialises as its kind only.
 */
export interface SecretKey<K extends KeyKind = KeyKind> {
  readonly kind: K;
  /** Forgets the secret; every later use of the handle throws `crypto.key_foreign`. */
  destroy(): void;
}
export interface Sm2PrivateKey extends SecretKey<'sm2'> {
  readonly publicKey: Sm2PublicKey;
}
export type Sm4Key = SecretKey<'sm4'>;
export type MacKey = SecretKey<'mac'>;

export interface KeyOf {
  sm2: Sm2PrivateKey;
  sm4: Sm4Key;
  mac: MacKey;
}
