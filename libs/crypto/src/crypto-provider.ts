import type { Hash } from 'node:crypto';
import type { KeyKind, KeyOf, MacKey, SecretKey, Sm2PrivateKey, Sm4Key } from './secret-key.js';
import type { Sm2PublicKey } from './sm2-public-key.js';
import type { Sm4Mode } from './sm4-modes.js';

// The provider is the one place that touches secrets; everything else (envelopes, detached signatures, the services) holds handles.
// It is asynchronous wherever a secret is used, so that a device reached over PKCS#11 or GM/T 0018 can stand in its place.

export interface Digests {
  /** SM3, 32 bytes. */
  digest(data: Uint8Array): Buffer;
  /** SM3 of what does not fit in memory: feed it with `update`, or end a pipeline with it. */
  createDigest(): Hash;
}

export interface Keys {
  generateKey<K extends KeyKind>(kind: K): Promise<KeyOf[K]>;
  /** @throws DomainError `crypto.key_invalid` */
  importKey<K extends KeyKind>(kind: K, secret: Uint8Array): Promise<KeyOf[K]>;
  /**
   * @param pem PKCS#8 `PRIVATE KEY`, or `EC PRIVATE KEY`; not encrypted
   * @throws DomainError `crypto.key_invalid`
   */
  importPrivateKey(pem: string): Promise<Sm2PrivateKey>;
  /**
   * PKCS#8 in PEM, as OpenSSL reads it.
   * @throws DomainError `crypto.key_not_exportable` where keys cannot leave their device
   */
  exportPrivateKey(key: Sm2PrivateKey): Promise<string>;
  /**
   * The form in which a key rests in a table: encrypted under the current master key.
   * @param context the key's place (table, owner, key id): unwrapping needs the same, so that rows cannot be exchanged
   * @throws DomainError `crypto.master_key_invalid` when none is configured
   */
  wrapKey(key: SecretKey, context: string): Promise<Buffer>;
  /** @throws DomainError `crypto.unwrap_failed`, `crypto.master_key_unknown` */
  unwrapKey<K extends KeyKind>(kind: K, wrapped: Uint8Array, context: string): Promise<KeyOf[K]>;
  /** A fresh SM4 key and its SM2 encryption for the holder of `recipient` (DER, as `encryptTo`). */
  encapsulateKey(recipient: Sm2PublicKey): Promise<{ readonly key: Sm4Key; readonly encapsulated: Buffer }>;
  /** @throws DomainError `crypto.decryption_failed` */
  decapsulateKey(encapsulated: Uint8Array, recipient: Sm2PrivateKey): Promise<Sm4Key>;
}

export interface Signatures {
  /**
   * SM2 over SM3(Z ∥ message), in DER (`signatureToRaw` gives r ∥ s).
   * @param userId the signer's distinguishing id, `1234567812345678` unless both sides agreed on another
   */
  sign(message: Uint8Array, key: Sm2PrivateKey, userId?: string): Promise<Buffer>;
  /** False for every signature that does not stand: not DER, numbers out of range, another key, message or user id. */
  verify(message: Uint8Array, signature: Uint8Array, publicKey: Sm2PublicKey, userId?: string): Promise<boolean>;
}

export interface Ciphers {
  /** SM2 public-key encryption in DER (GM/T 0009 SM2Cipher), 1 to 4096 bytes. Keys and short secrets; messages go into an envelope. */
  encryptTo(recipient: Sm2PublicKey, plaintext: Uint8Array): Promise<Buffer>;
  /** @throws DomainError `crypto.decryption_failed` */
  decryptWith(key: Sm2PrivateKey, ciphertext: Uint8Array): Promise<Buffer>;
  /** Authenticated encryption, SM4-CTR with HMAC-SM3; 49 bytes longer than the plaintext. `context` must be the same when it is opened. */
  seal(plaintext: Uint8Array, key: Sm4Key, context: Uint8Array): Promise<Buffer>;
  /** @throws DomainError `crypto.decryption_failed` */
  unseal(sealed: Uint8Array, key: Sm4Key, context: Uint8Array): Promise<Buffer>;
  /** A plain SM4 mode, for systems that prescribe one. @throws DomainError `crypto.input_invalid` */
  encrypt(plaintext: Uint8Array, key: Sm4Key, mode: Sm4Mode): Promise<Buffer>;
  /** @throws DomainError `crypto.decryption_failed`, `crypto.input_invalid` */
  decrypt(ciphertext: Uint8Array, key: Sm4Key, mode: Sm4Mode): Promise<Buffer>;
  /** HMAC-SM3, 32 bytes. */
  mac(data: Uint8Array, key: MacKey): Promise<Buffer>;
  verifyMac(data: Uint8Array, tag: Uint8Array, key: MacKey): Promise<boolean>;
}

/** SM2, SM3 and SM4 of one device. Any operation on a foreign or destroyed handle throws `crypto.key_foreign`, an SM2 operation of a closed provider `crypto.closed`. */
export interface CryptoProvider extends Digests, Keys, Signatures, Ciphers {
  /** Answers what was accepted, then lets go of threads or sessions. */
  close(): Promise<void>;
}
