import { DER, derElement, DerError, derInteger, DerReader } from './der.js';
import { refusal } from './errors.js';
import { pointOnCurve } from './sm2-curve.js';

/** SM2 encryption is for keys and short secrets, in bytes of plaintext. */
export const LONGEST_SM2_PLAINTEXT = 4096;

/**
 * C1 ∥ C3 ∥ C2 (GB/T 32918.4; C1 = x ∥ y without its leading 04) → SM2Cipher (GB/T 35276, GM/T 0009):
 * SEQUENCE { INTEGER x, INTEGER y, OCTET STRING C3, OCTET STRING C2 }, as OpenSSL reads and writes it.
 */
export const ciphertextToDer = (raw: Uint8Array): Buffer =>
  derElement(
    DER.sequence,
    derInteger(raw.subarray(0, 32)),
    derInteger(raw.subarray(32, 64)),
    derElement(DER.octets, raw.subarray(64, 96)),
    derElement(DER.octets, raw.subarray(96)),
  );

/**
 * The reverse. C1 must lie on the curve: a point elsewhere would let the sender learn the private key from the answers.
 * @throws DomainError `crypto.decryption_failed`
 */
export function ciphertextToRaw(der: Uint8Array): Buffer {
  try {
    const outer = new DerReader(der);
    const cipher = outer.inside(DER.sequence);
    outer.end();
    const c1 = Buffer.concat([cipher.scalar(), cipher.scalar()]);
    const c3 = cipher.read(DER.octets);
    const c2 = cipher.read(DER.octets);
    cipher.end();
    if (c3.length !== 32 || c2.length === 0 || c2.length > LONGEST_SM2_PLAINTEXT) throw new DerError('sizes');
    if (!pointOnCurve(Buffer.concat([Buffer.of(4), c1]))) throw new DerError('point');
    return Buffer.concat([c1, c3, c2]);
  } catch (error) {
    if (error instanceof DerError) throw refusal('crypto.decryption_failed');
    throw error;
  }
}
