import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { refusal } from './errors.js';
import { sameBytes } from './sm3.js';

// Authenticated encryption: SM4-CTR, then HMAC-SM3 over everything (encrypt-then-MAC), each under its own key derived by HKDF-SM3
// (RFC 5869). Chosen over SM4-GCM because both halves are native in Node (three times the speed on large inputs), a repeated
// 128-bit random counter start is not a practical event, and the tag commits to the key.
//   sealed = 01 ∥ iv[16] ∥ ciphertext ∥ tag[32]
//   tag    = HMAC-SM3(macKey, length of context as u64 ∥ context ∥ 01 ∥ iv ∥ ciphertext)
const VERSION = 0x01;
const HEAD = 17;
const TAG = 32;
/** What `sm4Seal` adds to the plaintext, in bytes. */
export const SEAL_OVERHEAD = HEAD + TAG;

/**
 * @param key at least 16 bytes of key
 * @param context bytes that are not encrypted but must be the same when it is opened: who, what for, which row
 */
export function sm4Seal(plaintext: Uint8Array, key: Uint8Array, context: Uint8Array): Buffer {
  const { encryption, mac } = subkeys(key);
  const iv = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', encryption, iv);
  const body = Buffer.concat([Buffer.of(VERSION), iv, cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([body, tagOf(mac, context, body)]);
}

/** @throws DomainError `crypto.decryption_failed`: another key, another context, or any altered bit; nothing is decrypted before the tag agrees */
export function sm4Unseal(sealed: Uint8Array, key: Uint8Array, context: Uint8Array): Buffer {
  const { encryption, mac } = subkeys(key);
  const end = sealed.length - TAG;
  const body = sealed.subarray(0, Math.max(end, 0));
  const authentic = end >= HEAD && sealed[0] === VERSION && sameBytes(tagOf(mac, context, body), sealed.subarray(end));
  if (!authentic) throw refusal('crypto.decryption_failed');
  const decipher = createDecipheriv('sm4-ctr', encryption, body.subarray(1, HEAD));
  return Buffer.concat([decipher.update(body.subarray(HEAD)), decipher.final()]);
}

function subkeys(key: Uint8Array): { encryption: Buffer; mac: Buffer } {
  const derived = Buffer.from(hkdfSync('sm3', key, '', 'karez sm4-ctr hmac-sm3 1', 48));
  return { encryption: derived.subarray(0, 16), mac: derived.subarray(16) };
}

function tagOf(mac: Uint8Array, context: Uint8Array, body: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(context.length));
  return createHmac('sm3', mac).update(length).update(context).update(body).digest();
}
