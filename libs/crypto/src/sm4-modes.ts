import { createCipheriv, createDecipheriv } from 'node:crypto';
import { sm4 } from 'sm-crypto-v2';
import { refusal } from './errors.js';

/**
 * A plain SM4 mode (GB/T 32907, GB/T 17964), for speaking with systems that prescribe it. Between Karez's own parts use `seal`.
 * - `cbc`: PKCS#7 padding, `iv` 16 unpredictable bytes. Not authenticated: the receiver needs a signature or MAC beside it.
 * - `gcm`: RFC 8998, `iv` 12 bytes that this key never sees twice; the 16-byte tag follows the ciphertext. In JavaScript
 *   (Node has no native SM4-GCM), about 25 MB/s on the calling thread.
 */
export type Sm4Mode =
  | { readonly name: 'cbc'; readonly iv: Uint8Array }
  | { readonly name: 'gcm'; readonly iv: Uint8Array; readonly associatedData?: Uint8Array };

const TAG = 16;
const IV_LENGTH = { cbc: 16, gcm: 12 } as const;

/** @throws DomainError `crypto.input_invalid` */
export function sm4Encrypt(plaintext: Uint8Array, key: Uint8Array, mode: Sm4Mode): Buffer {
  assertIv(mode);
  if (mode.name === 'cbc') {
    const cipher = createCipheriv('sm4-cbc', key, mode.iv);
    return Buffer.concat([cipher.update(plaintext), cipher.final()]);
  }
  const { output, tag } = sm4.encrypt(plaintext, key, { ...gcm(mode), outputTag: true });
  if (!tag) throw new Error('sm-crypto-v2 gave no GCM tag');
  return Buffer.concat([output, tag]);
}

/** @throws DomainError `crypto.decryption_failed`, `crypto.input_invalid` */
export function sm4Decrypt(ciphertext: Uint8Array, key: Uint8Array, mode: Sm4Mode): Buffer {
  assertIv(mode);
  try {
    if (mode.name === 'cbc') {
      const decipher = createDecipheriv('sm4-cbc', key, mode.iv);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    }
    // sm-crypto-v2 checks the tag only when it is given one, so a short input must never reach it
    if (ciphertext.length < TAG) throw new Error('no tag');
    const tag = ciphertext.subarray(ciphertext.length - TAG);
    return Buffer.from(sm4.decrypt(ciphertext.subarray(0, ciphertext.length - TAG), key, { ...gcm(mode), tag }));
  } catch {
    throw refusal('crypto.decryption_failed');
  }
}

const gcm = ({ iv, associatedData }: Extract<Sm4Mode, { name: 'gcm' }>) => ({ mode: 'gcm', output: 'array', iv, associatedData }) as const;

function assertIv({ name, iv }: Sm4Mode): void {
  const length = IV_LENGTH[name];
  if (iv.length !== length) throw refusal('crypto.input_invalid', { reason: `the iv of ${name} has ${length} bytes` });
}
