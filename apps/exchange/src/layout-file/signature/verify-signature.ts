import { signatureToDer, Sm2PublicKey } from '@karez/crypto';
import { constants, createPublicKey, verify } from 'node:crypto';
import { derAt, DerError, expect, oidOf, sequenceOf, TAG, bitsOf } from '../asn1/der.js';
import { errorCode } from '../error-code.js';
import type { Verification } from '../layout-facts.js';
import type { Scheme } from './algorithms.js';

const sm2Curve = '1.2.156.10197.1.301';

export interface Signed {
  readonly message: Buffer;
  readonly signature: Buffer;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  readonly scheme: Scheme;
  /** Where the scheme names none. */
  readonly digest?: string;
}

/** False for whatever does not stand, keys of another kind and malformed signatures included. */
export async function signatureStands(signed: Signed, sm2: Verification['sm2']): Promise<boolean> {
  try {
    if (signed.scheme.kind === 'sm2') return await sm2.verify(signed.message, sm2Signature(signed.signature), sm2Key(signed.publicKey));
    return classicStands(signed, signed.scheme);
  } catch (error) {
    if (error instanceof DerError || isRefusedInput(error)) return false;
    throw error;
  }
}

function sm2Key(publicKey: Buffer): Sm2PublicKey {
  const [algorithm, point] = sequenceOf(derAt(publicKey));
  if (oidOf(sequenceOf(algorithm)[1]) !== sm2Curve) throw new DerError('another curve');
  return Sm2PublicKey.fromBytes(bitsOf(point));
}

/** Devices pad r and s, or write them bare; the numbers are what counts here. */
function sm2Signature(signature: Buffer): Buffer {
  if (signature.length === 64 && signature[0] !== TAG.sequence) return signatureToDer(signature);
  const [r, s] = sequenceOf(derAt(signature));
  return signatureToDer(Buffer.concat([scalar(expect(r, TAG.integer).content), scalar(expect(s, TAG.integer).content)]));
}

function scalar(content: Buffer): Buffer {
  const start = content.findIndex((byte) => byte !== 0);
  const magnitude = start < 0 ? Buffer.alloc(0) : content.subarray(start);
  if (magnitude.length > 32) throw new DerError('beyond 256 bits');
  return Buffer.concat([Buffer.alloc(32 - magnitude.length), magnitude]);
}

function classicStands(signed: Signed, scheme: Exclude<Scheme, { kind: 'sm2' }>): boolean {
  const key = createPublicKey({ key: signed.publicKey, format: 'der', type: 'spki' });
  const digest = scheme.digest ?? signed.digest;
  if (digest === undefined || digest === 'sm3') return false;
  if (key.asymmetricKeyType !== (scheme.kind === 'ecdsa' ? 'ec' : 'rsa')) return false;
  const padding = scheme.kind === 'rsa_pss' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  return verify(digest, signed.message, { key, ...padding }, signed.signature);
}

const isRefusedInput = (error: unknown): boolean =>
  /^(crypto\.(key_invalid|signature_malformed)$|ERR_(OSSL|CRYPTO|INVALID))/.test(errorCode(error));
