import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ivLength = 12;
const tagLength = 16;

/**
 * Seals secrets at rest with keys derived from the service's master key (AES-256-GCM). The place a secret stands in, such
 * as `totp/<person>`, is sealed with it, so that a sealed text copied to another row does not open.
 */
export class Sealer {
  readonly #sealing: Buffer;
  readonly #deriving: Buffer;

  constructor(masterKey: Buffer) {
    this.#sealing = derived(masterKey, 'seal');
    this.#deriving = derived(masterKey, 'derive');
  }

  seal(place: string, secret: Buffer | string): Buffer {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the text was changed, or sealed for another place or with another key */
  open(place: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#sealing, sealed.subarray(0, ivLength)).setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
  }

  /** A secret that only the holder of the master key can work out, always the same for the same purpose and input. */
  derive(purpose: string, input: string): Buffer {
    return createHmac('sha256', this.#deriving).update(purpose).update('\0').update(input).digest();
  }
}

const derived = (masterKey: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', `karez identity ${purpose}`, 32));
