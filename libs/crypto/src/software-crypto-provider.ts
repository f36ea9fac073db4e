import { type Hash, randomBytes } from 'node:crypto';
import type { CryptoProvider } from './crypto-provider.js';
import { refusal } from './errors.js';
import { unwrapSecret, wrapSecret } from './key-wrap.js';
import type { MasterKeys } from './master-keys.js';
import type { KeyKind, KeyOf, MacKey, SecretKey, Sm2PrivateKey, Sm4Key } from './secret-key.js';
import { ciphertextToDer, ciphertextToRaw, LONGEST_SM2_PLAINTEXT } from './sm2-ciphertext.js';
import { randomPrivate } from './sm2-curve.js';
import { type PoolSize, Sm2Pool } from './sm2-pool.js';
import { privateFromPem, privateKeyPem } from './sm2-private-pem.js';
import type { Sm2PublicKey } from './sm2-public-key.js';
import { signatureToDer, signatureToRaw, sm2MessageHash } from './sm2-signature.js';
import { createSm3, hmacSm3, sameBytes, sm3 } from './sm3.js';
import { type Sm4Mode, sm4Decrypt, sm4Encrypt } from './sm4-modes.js';
import { sm4Seal, sm4Unseal } from './sm4-seal.js';
import { secretOf, softwareKey } from './software-key.js';

export interface SoftwareCryptoOptions extends PoolSize {
  /** Needed by `wrapKey` and `unwrapKey` only. */
  readonly masterKeys?: MasterKeys;
}

/** The provider without a device: secrets in this process's memory, SM2 in worker threads, SM3 and SM4 natively in Node. */
export class SoftwareCryptoProvider implements CryptoProvider {
  readonly #pool: Sm2Pool;
  readonly #masterKeys: MasterKeys | undefined;

  constructor({ masterKeys, ...size }: SoftwareCryptoOptions = {}) {
    this.#pool = new Sm2Pool(size);
    this.#masterKeys = masterKeys;
  }

  digest(data: Uint8Array): Buffer {
    return sm3(data);
  }

  createDigest(): Hash {
    return createSm3();
  }

  async generateKey<K extends KeyKind>(kind: K): Promise<KeyOf[K]> {
    return softwareKey(kind, kind === 'sm2' ? randomPrivate() : randomBytes(kind === 'sm4' ? 16 : 32));
  }

  async importKey<K extends KeyKind>(kind: K, secret: Uint8Array): Promise<KeyOf[K]> {
    return softwareKey(kind, secret);
  }

  async importPrivateKey(pem: string): Promise<Sm2PrivateKey> {
    return softwareKey('sm2', privateFromPem(pem));
  }

  async exportPrivateKey(key: Sm2PrivateKey): Promise<string> {
    return privateKeyPem(secretOf(key, 'sm2'));
  }

  async wrapKey(key: SecretKey, context: string): Promise<Buffer> {
    return wrapSecret(key.kind, secretOf(key), context, this.#masters());
  }

  async unwrapKey<K extends KeyKind>(kind: K, wrapped: Uint8Array, context: string): Promise<KeyOf[K]> {
    return softwareKey(kind, unwrapSecret(kind, wrapped, context, this.#masters()));
  }

  async encapsulateKey(recipient: Sm2PublicKey): Promise<{ key: Sm4Key; encapsulated: Buffer }> {
    const key = await this.generateKey('sm4');
    return { key, encapsulated: await this.encryptTo(recipient, secretOf(key, 'sm4')) };
  }

  async decapsulateKey(encapsulated: Uint8Array, recipient: Sm2PrivateKey): Promise<Sm4Key> {
    const secret = await this.decryptWith(recipient, encapsulated);
    if (secret.length !== 16) throw refusal('crypto.decryption_failed');
    return softwareKey('sm4', secret);
  }

  async sign(message: Uint8Array, key: Sm2PrivateKey, userId?: string): Promise<Buffer> {
    const privateKey = secretOf(key, 'sm2');
    const hash = sm2MessageHash(message, key.publicKey, userId);
    return signatureToDer(await this.#pool.run({ op: 'sign', hash, privateKey }));
  }

  async verify(message: Uint8Array, signature: Uint8Array, publicKey: Sm2PublicKey, userId?: string): Promise<boolean> {
    let raw: Buffer;
    try {
      raw = signatureToRaw(signature);
    } catch {
      return false;
    }
    const hash = sm2MessageHash(message, publicKey, userId);
    return this.#pool.run({ op: 'verify', hash, signature: raw, publicKey: publicKey.toBytes() });
  }

  async encryptTo(recipient: Sm2PublicKey, plaintext: Uint8Array): Promise<Buffer> {
    if (plaintext.length === 0 || plaintext.length > LONGEST_SM2_PLAINTEXT)
      throw refusal('crypto.input_invalid', { reason: `SM2 encrypts 1 to ${LONGEST_SM2_PLAINTEXT} bytes` });
    return ciphertextToDer(await this.#pool.run({ op: 'encrypt', plaintext, publicKey: recipient.toBytes() }));
  }

  async decryptWith(key: Sm2PrivateKey, ciphertext: Uint8Array): Promise<Buffer> {
    const privateKey = secretOf(key, 'sm2');
    const plaintext = await this.#pool.run({ op: 'decrypt', ciphertext: ciphertextToRaw(ciphertext), privateKey });
    if (!plaintext) throw refusal('crypto.decryption_failed');
    return Buffer.from(plaintext);
  }

  async seal(plaintext: Uint8Array, key: Sm4Key, context: Uint8Array): Promise<Buffer> {
    return sm4Seal(plaintext, secretOf(key, 'sm4'), context);
  }

  async unseal(sealed: Uint8Array, key: Sm4Key, context: Uint8Array): Promise<Buffer> {
    return sm4Unseal(sealed, secretOf(key, 'sm4'), context);
  }

  async encrypt(plaintext: Uint8Array, key: Sm4Key, mode: Sm4Mode): Promise<Buffer> {
    return sm4Encrypt(plaintext, secretOf(key, 'sm4'), mode);
  }

  async decrypt(ciphertext: Uint8Array, key: Sm4Key, mode: Sm4Mode): Promise<Buffer> {
    return sm4Decrypt(ciphertext, secretOf(key, 'sm4'), mode);
  }

  async mac(data: Uint8Array, key: MacKey): Promise<Buffer> {
    return hmacSm3(secretOf(key, 'mac'), data);
  }

  async verifyMac(data: Uint8Array, tag: Uint8Array, key: MacKey): Promise<boolean> {
    return sameBytes(await this.mac(data, key), tag);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #masters(): MasterKeys {
    if (!this.#masterKeys) throw refusal('crypto.master_key_invalid', { reason: 'no master key' });
    return this.#masterKeys;
  }
}
