import { DER, derElement, DerError, derInteger, DerReader } from './der.js';
import { refusal } from './errors.js';
import { CURVE_PARAMETERS, isScalar } from './sm2-curve.js';
import type { Sm2PublicKey } from './sm2-public-key.js';
import { createSm3 } from './sm3.js';

/** The user id that GM/T 0009 prescribes where the parties agreed on no other. */
export const DEFAULT_USER_ID = '1234567812345678';

/**
 * e = SM3(Z ∥ M) with Z = SM3(ENTL ∥ ID ∥ a ∥ b ∥ xG ∥ yG ∥ xA ∥ yA) (GB/T 32918.2 §5.5, §6.1): the 32 bytes that are signed.
 * @throws DomainError `crypto.input_invalid` for an id beyond 8191 bytes
 */
export function sm2MessageHash(message: Uint8Array, publicKey: Sm2PublicKey, userId = DEFAULT_USER_ID): Buffer {
  const id = Buffer.from(userId, 'utf8');
  if (id.length > 8191) throw refusal('crypto.input_invalid', { reason: 'user id beyond 8191 bytes' });
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const z = createSm3().update(bits).update(id).update(CURVE_PARAMETERS).update(publicKey.toBytes().subarray(1)).digest();
  return createSm3().update(z).update(message).digest();
}

/**
 * SEQUENCE { INTEGER r, INTEGER s } → r ∥ s, 64 bytes.
 * @throws DomainError `crypto.signature_malformed` for anything but the one DER form of r, s in [1, n−1]
 */
export function signatureToRaw(der: Uint8Array): Buffer {
  try {
    const outer = new DerReader(der);
    const pair = outer.inside(DER.sequence);
    outer.end();
    const raw = Buffer.concat([pair.scalar(), pair.scalar()]);
    pair.end();
    return assertRaw(raw);
  } catch (error) {
    if (error instanceof DerError) throw refusal('crypto.signature_malformed');
    throw error;
  }
}

/**
 * r ∥ s, 64 bytes → DER.
 * @throws DomainError `crypto.signature_malformed`
 */
export function signatureToDer(raw: Uint8Array): Buffer {
  assertRaw(raw);
  return derElement(DER.sequence, derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32)));
}

function assertRaw<T extends Uint8Array>(raw: T): T {
  const inRange = raw.length === 64 && isScalar(raw.subarray(0, 32)) && isScalar(raw.subarray(32));
  if (!inRange) throw refusal('crypto.signature_malformed');
  return raw;
}
