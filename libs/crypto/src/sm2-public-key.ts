import { DER, derElement, DerError, DerReader } from './der.js';
import { refusal } from './errors.js';
import { readPem, writePem } from './pem.js';
import { pointOnCurve } from './sm2-curve.js';
import { sm3 } from './sm3.js';

/** AlgorithmIdentifier { id-ecPublicKey, sm2p256v1 (1.2.156.10197.1.301) } */
export const SM2_ALGORITHM = Buffer.from('301306072a8648ce3d020106082a811ccf5501822d', 'hex');

/** A point of the SM2 curve. Whoever holds one holds a checked one: there is no way to make it of bytes that are off the curve. */
export class Sm2PublicKey {
  readonly #point: Buffer;

  private constructor(point: Buffer) {
    this.#point = point;
  }

  /**
   * @param point 04 ∥ x ∥ y (65 bytes) or the compressed form (33 bytes)
   * @throws DomainError `crypto.key_invalid`
   */
  static fromBytes(point: Uint8Array): Sm2PublicKey {
    const uncompressed = pointOnCurve(point);
    if (!uncompressed) throw refusal('crypto.key_invalid', { reason: 'not a point of the SM2 curve' });
    return new Sm2PublicKey(uncompressed);
  }

  /**
   * @param pem SubjectPublicKeyInfo, label `PUBLIC KEY`
   * @throws DomainError `crypto.key_invalid`
   */
  static fromPem(pem: string): Sm2PublicKey {
    const block = readPem(pem, ['PUBLIC KEY']);
    if (!block) throw refusal('crypto.key_invalid', { reason: 'no PEM block PUBLIC KEY' });
    return Sm2PublicKey.fromDer(block.der);
  }

  /** @throws DomainError `crypto.key_invalid` */
  static fromDer(spki: Uint8Array): Sm2PublicKey {
    return Sm2PublicKey.fromBytes(readSpki(spki));
  }

  /** 04 ∥ x ∥ y, a copy. */
  toBytes(): Buffer {
    return Buffer.from(this.#point);
  }

  /** SubjectPublicKeyInfo, as OpenSSL writes it. */
  toDer(): Buffer {
    return derElement(DER.sequence, SM2_ALGORITHM, derElement(DER.bits, Buffer.of(0), this.#point));
  }

  toPem(): string {
    return writePem('PUBLIC KEY', this.toDer());
  }

  /** SM3 of the SubjectPublicKeyInfo in hex, 64 characters: a key id that needs no register. */
  get fingerprint(): string {
    return sm3(this.toDer()).toString('hex');
  }

  equals(other: Sm2PublicKey): boolean {
    return this.#point.equals(other.#point);
  }
}

function readSpki(spki: Uint8Array): Uint8Array {
  try {
    const outer = new DerReader(spki);
    const info = outer.inside(DER.sequence);
    outer.end();
    if (!derElement(DER.sequence, info.read(DER.sequence)).equals(SM2_ALGORITHM)) throw new DerError('another algorithm');
    const bits = info.read(DER.bits);
    info.end();
    if (bits[0] !== 0) throw new DerError('unused bits');
    return bits.subarray(1);
  } catch (error) {
    if (error instanceof DerError) throw refusal('crypto.key_invalid', { reason: 'not an SM2 SubjectPublicKeyInfo' });
    throw error;
  }
}
