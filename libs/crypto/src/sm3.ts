import { createHash, createHmac, type Hash, timingSafeEqual } from 'node:crypto';

/** SM3 digest of the whole input (GB/T 32905, GM/T 0004), 32 bytes. */
export const sm3 = (data: Uint8Array): Buffer => createHash('sm3').update(data).digest();

/** SM3 over a stream: `update()` and `digest()`, or as the end of a pipeline. */
export const createSm3 = (): Hash => createHash('sm3');

/** HMAC-SM3 (GB/T 15852.2, RFC 2104 with a block of 64 bytes), 32 bytes. */
export const hmacSm3 = (key: Uint8Array, data: Uint8Array): Buffer => createHmac('sm3', key).update(data).digest();

/** Equality of two digests or tags in a time that does not tell where they differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
