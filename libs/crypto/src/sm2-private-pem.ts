import { DER, derElement, DerError, DerReader } from './der.js';
import { refusal } from './errors.js';
import { readPem, writePem } from './pem.js';
import { isPrivate, publicOf } from './sm2-curve.js';
import { SM2_ALGORITHM } from './sm2-public-key.js';

const SM2_CURVE_OID = Buffer.from('2a811ccf5501822d', 'hex');
const VERSION_0 = Buffer.of(DER.integer, 1, 0);
const VERSION_1 = Buffer.of(DER.integer, 1, 1);

const invalid = (reason: string) => refusal('crypto.key_invalid', { reason });

/** PKCS#8 (RFC 5208) with ECPrivateKey (RFC 5915) inside, byte for byte as `openssl pkey` writes it. */
export function privateKeyPem(d: Uint8Array): string {
  const point = derElement(DER.context1, derElement(DER.bits, Buffer.of(0), publicOf(d)));
  const key = derElement(DER.sequence, VERSION_1, derElement(DER.octets, d), point);
  return writePem('PRIVATE KEY', derElement(DER.sequence, VERSION_0, SM2_ALGORITHM, derElement(DER.octets, key)));
}

/**
 * The private scalar of a PEM text: PKCS#8, or the older `EC PRIVATE KEY` and `SM2 PRIVATE KEY`, not encrypted.
 * @throws DomainError `crypto.key_invalid`; the reason never quotes the key
 */
export function privateFromPem(pem: string): Buffer {
  const block = readPem(pem, ['PRIVATE KEY', 'EC PRIVATE KEY', 'SM2 PRIVATE KEY']);
  if (!block) throw invalid('no readable PEM block with a private key');
  try {
    const d = block.label === 'PRIVATE KEY' ? readPkcs8(block.der) : readEcPrivateKey(block.der, true);
    if (!isPrivate(d.secret)) throw invalid('private key outside [1, n−2]');
    if (d.point && !publicOf(d.secret).equals(d.point)) throw invalid('public half does not belong to the private half');
    return Buffer.from(d.secret);
  } catch (error) {
    if (error instanceof DerError) throw invalid('not an SM2 private key');
    throw error;
  }
}

interface EcPrivateKey {
  readonly secret: Uint8Array;
  readonly point?: Uint8Array;
}

function readPkcs8(der: Uint8Array): EcPrivateKey {
  const outer = new DerReader(der);
  const info = outer.inside(DER.sequence);
  outer.end();
  assertVersion(info, VERSION_0);
  if (!derElement(DER.sequence, info.read(DER.sequence)).equals(SM2_ALGORITHM)) throw new DerError('another algorithm');
  const key = readEcPrivateKey(info.read(DER.octets), false);
  info.end();
  return key;
}

/** @param nameCurve is the curve's name required inside, because nothing outside says it? */
function readEcPrivateKey(der: Uint8Array, nameCurve: boolean): EcPrivateKey {
  const outer = new DerReader(der);
  const key = outer.inside(DER.sequence);
  outer.end();
  assertVersion(key, VERSION_1);
  const secret = key.read(DER.octets);
  const named = key.next() === DER.context0;
  if (named && !SM2_CURVE_OID.equals(key.inside(DER.context0).read(DER.oid))) throw new DerError('another curve');
  if (nameCurve && !named) throw new DerError('no curve');
  if (key.next() === undefined) return { secret };
  const bits = key.inside(DER.context1).read(DER.bits);
  key.end();
  return { secret, point: bits.subarray(1) };
}

function assertVersion(reader: DerReader, version: Buffer): void {
  if (!version.subarray(2).equals(reader.read(DER.integer))) throw new DerError('another version');
}
