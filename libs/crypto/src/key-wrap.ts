import { refusal } from './errors.js';
import type { MasterKeys } from './master-keys.js';
import type { KeyKind } from './secret-key.js';
import { sm4Seal, sm4Unseal } from './sm4-seal.js';

// wrapped = 01 ∥ kind ∥ length of id ∥ master key id ∥ sealed secret; the head and the caller's context are authenticated, so
// that a wrapped key opens only as its own kind and in its own place.
const VERSION = 0x01;
const KINDS: readonly KeyKind[] = ['sm2', 'sm4', 'mac'];

export function wrapSecret(kind: KeyKind, secret: Uint8Array, context: string, masters: MasterKeys): Buffer {
  const id = Buffer.from(masters.current, 'ascii');
  const head = Buffer.concat([Buffer.of(VERSION, KINDS.indexOf(kind), id.length), id]);
  return Buffer.concat([head, sm4Seal(secret, masters.get(masters.current), place(head, context))]);
}

/** @throws DomainError `crypto.unwrap_failed`, `crypto.master_key_unknown` */
export function unwrapSecret(kind: KeyKind, wrapped: Uint8Array, context: string, masters: MasterKeys): Buffer {
  const head = headOf(wrapped);
  if (head[1] !== KINDS.indexOf(kind)) throw refusal('crypto.unwrap_failed');
  const master = masters.get(head.subarray(3).toString('ascii'));
  try {
    return sm4Unseal(wrapped.subarray(head.length), master, place(head, context));
  } catch {
    throw refusal('crypto.unwrap_failed');
  }
}

/**
 * The id of the master key that a wrapped key needs: rows of an older one are unwrapped and wrapped anew after a rotation.
 * @throws DomainError `crypto.unwrap_failed`
 */
export const masterKeyOf = (wrapped: Uint8Array): string => headOf(wrapped).subarray(3).toString('ascii');

function headOf(wrapped: Uint8Array): Buffer {
  const end = 3 + (wrapped[2] ?? 0);
  if (wrapped[0] !== VERSION || wrapped.length <= end) throw refusal('crypto.unwrap_failed');
  return Buffer.from(wrapped.subarray(0, end));
}

const place = (head: Buffer, context: string): Buffer => Buffer.concat([head, Buffer.from(context, 'utf8')]);
