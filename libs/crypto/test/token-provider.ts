import { DomainError } from '@karez/kernel';
import { randomUUID } from 'node:crypto';
import { type CryptoProvider, type KeyKind, type KeyOf, type SecretKey, SoftwareCryptoProvider } from '../src/index.js';

/**
 * Stands for a hardware device: a handle is a label, the secret stays behind this object, nothing is exported, and a "wrapped" key
 * is its label. Code that works with it never touches a secret.
 */
export class TokenProvider implements CryptoProvider {
  readonly #device = new SoftwareCryptoProvider();
  readonly #slots = new Map<string, SecretKey>();

  digest = this.#device.digest.bind(this.#device);
  createDigest = this.#device.createDigest.bind(this.#device);
  verify = this.#device.verify.bind(this.#device);
  encryptTo = this.#device.encryptTo.bind(this.#device);

  generateKey: CryptoProvider['generateKey'] = async (kind) => this.#keep(await this.#device.generateKey(kind));
  importKey: CryptoProvider['importKey'] = async (kind, secret) => this.#keep(await this.#device.importKey(kind, secret));
  importPrivateKey: CryptoProvider['importPrivateKey'] = async (pem) => this.#keep<'sm2'>(await this.#device.importPrivateKey(pem));

  async exportPrivateKey(): Promise<string> {
    throw new DomainError('crypto.key_not_exportable');
  }

  async wrapKey(key: SecretKey, context: string): Promise<Buffer> {
    this.#slot(key);
    return Buffer.from(JSON.stringify({ label: labelOf(key), context }));
  }

  async unwrapKey<K extends KeyKind>(kind: K, wrapped: Uint8Array, context: string): Promise<KeyOf[K]> {
    let named: { label?: string; context?: string } = {};
    try {
      named = JSON.parse(Buffer.from(wrapped).toString()) as typeof named;
    } catch {
      // not one of ours: refused below
    }
    const key = this.#slots.get(named.label ?? '');
    if (key?.kind !== kind || named.context !== context) throw new DomainError('crypto.unwrap_failed');
    return this.#handle(named.label ?? '', key) as KeyOf[K];
  }

  encapsulateKey: CryptoProvider['encapsulateKey'] = async (recipient) => {
    const { key, encapsulated } = await this.#device.encapsulateKey(recipient);
    return { key: this.#keep<'sm4'>(key), encapsulated };
  };
  decapsulateKey: CryptoProvider['decapsulateKey'] = async (encapsulated, recipient) =>
    this.#keep<'sm4'>(await this.#device.decapsulateKey(encapsulated, this.#slot(recipient)));

  sign: CryptoProvider['sign'] = async (message, key, userId) => this.#device.sign(message, this.#slot(key), userId);
  decryptWith: CryptoProvider['decryptWith'] = async (key, ciphertext) => this.#device.decryptWith(this.#slot(key), ciphertext);
  seal: CryptoProvider['seal'] = async (plaintext, key, context) => this.#device.seal(plaintext, this.#slot(key), context);
  unseal: CryptoProvider['unseal'] = async (sealed, key, context) => this.#device.unseal(sealed, this.#slot(key), context);
  encrypt: CryptoProvider['encrypt'] = async (plaintext, key, mode) => this.#device.encrypt(plaintext, this.#slot(key), mode);
  decrypt: CryptoProvider['decrypt'] = async (ciphertext, key, mode) => this.#device.decrypt(ciphertext, this.#slot(key), mode);
  mac: CryptoProvider['mac'] = async (data, key) => this.#device.mac(data, this.#slot(key));
  verifyMac: CryptoProvider['verifyMac'] = async (data, tag, key) => this.#device.verifyMac(data, tag, this.#slot(key));
  close = (): Promise<void> => this.#device.close();

  #keep<K extends KeyKind>(key: KeyOf[K]): KeyOf[K] {
    const label = randomUUID();
    this.#slots.set(label, key);
    return this.#handle(label, key) as KeyOf[K];
  }

  #handle(label: string, key: SecretKey): SecretKey {
    const destroy = (): void => void this.#slots.delete(label);
    return { kind: key.kind, label, destroy, ...('publicKey' in key && { publicKey: key.publicKey }) } as SecretKey;
  }

  #slot<T extends SecretKey>(key: T): T {
    const kept = this.#slots.get(labelOf(key));
    if (kept?.kind !== key.kind) throw new DomainError('crypto.key_foreign');
    return kept as T;
  }
}

const labelOf = (key: SecretKey): string => ('label' in key && typeof key.label === 'string' ? key.label : '');
