import { type Certificate, parseCertificate } from '../asn1/certificate.js';
import { bitsOf, type Der, derAt, DerError, expect, numberOf, octetsOf, oidOf, sequenceOf, stringOf, TAG, timeOf } from '../asn1/der.js';
import { bounds } from '../bounds.js';

/** The seal (电子印章) inside a signature: who may use it, how long, and who made it. */
export interface Seal {
  readonly name: string;
  /** Certificates of those who may use it, whole, or as digests with the name of the digest. */
  readonly users: readonly { readonly certificate: Buffer; readonly digest?: string }[];
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly maker: Certificate;
  readonly algorithm: string;
  /** What the maker may have signed: the seal's information, and in GM/T 0031 that with his certificate and algorithm around it. */
  readonly signedForms: readonly Buffer[];
  readonly signature: Buffer;
}

/** Signature data with an electronic seal (电子签章数据). */
export interface SesSignature {
  readonly kind: 'gbt38540' | 'gmt0031';
  readonly toSign: Buffer;
  readonly seal: Seal;
  readonly signedAt?: Date;
  /** Of the signature's description, Signature.xml. */
  readonly dataHash: Buffer;
  readonly certificate: Certificate;
  readonly algorithm: string;
  readonly signature: Buffer;
}

/**
 * Reads SES_Signature of GB/T 38540-2020 (version 4 and what keeps its form) and of GM/T 0031-2014 (below 4).
 * @throws DerError
 */
export function parseSesSignature(der: Buffer): SesSignature {
  const [toSign, ...rest] = sequenceOf(derAt(der));
  const [version, seal, time, dataHash, , ...more] = sequenceOf(toSign);
  const common = { toSign: expect(toSign, TAG.sequence).raw, dataHash: bitsOf(dataHash) };
  if (numberOf(version) >= 4) {
    const [certificate, algorithm, signature] = rest;
    return {
      kind: 'gbt38540',
      ...common,
      seal: sealOf(seal, newSealParts),
      signedAt: timeOf(time),
      certificate: parseCertificate(octetsOf(certificate)),
      algorithm: oidOf(algorithm),
      signature: bitsOf(signature),
    };
  }
  const [certificate, algorithm] = more;
  const signedAt = timeInBits(bitsOf(time));
  return {
    kind: 'gmt0031',
    ...common,
    seal: sealOf(seal, oldSealParts),
    ...(signedAt && { signedAt }),
    certificate: parseCertificate(octetsOf(certificate)),
    algorithm: oidOf(algorithm),
    signature: bitsOf(rest[0]),
  };
}

/** Whether a signed value looks like one: SEQUENCE { SEQUENCE { INTEGER version, SEQUENCE seal … } … }. */
export function looksLikeSes(der: Buffer): boolean {
  try {
    const [version, seal] = sequenceOf(sequenceOf(derAt(der))[0]);
    return version?.tag === TAG.integer && seal?.tag === TAG.sequence;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

interface SealParts {
  readonly info: Der | undefined;
  readonly certificate: Der | undefined;
  readonly algorithm: Der | undefined;
  readonly signature: Der | undefined;
}
function newSealParts(seal: Der | undefined): SealParts {
  const [info, certificate, algorithm, signature] = sequenceOf(seal);
  return { info, certificate, algorithm, signature };
}
function oldSealParts(seal: Der | undefined): SealParts {
  const [info, signInfo] = sequenceOf(seal);
  const [certificate, algorithm, signature] = sequenceOf(signInfo);
  return { info, certificate, algorithm, signature };
}

function sealOf(seal: Der | undefined, partsOf: typeof newSealParts): Seal {
  const { info, certificate, algorithm, signature } = partsOf(seal);
  const [, , property] = sequenceOf(info);
  const fields = sequenceOf(property);
  const name = fields[1];
  if (!name) throw new DerError('seal without a name');
  // GB/T 38540 tells before the list whether it holds certificates (1) or their digests (2)
  const listType = fields[2]?.tag === TAG.integer ? numberOf(fields.splice(2, 1)[0]) : 1;
  const [, , list, , validFrom, validTo] = fields;
  const users = sequenceOf(list);
  if (users.length > bounds.sealUsers) throw new DerError('too many users');
  return {
    name: stringOf(name).trim(),
    users: users.map(listType === 2 ? digestedUser : (user) => ({ certificate: octetsOf(user) })),
    validFrom: timeOf(validFrom),
    validTo: timeOf(validTo),
    maker: parseCertificate(octetsOf(certificate)),
    algorithm: oidOf(algorithm),
    signedForms: signedForms(expect(info, TAG.sequence).raw, expect(certificate, TAG.octets).raw, expect(algorithm, TAG.oid).raw),
    signature: bitsOf(signature),
  };
}

function digestedUser(user: Der): Seal['users'][number] {
  const [type, value] = sequenceOf(user);
  if (!type) throw new DerError('digest without a name');
  return { certificate: octetsOf(value), digest: type.tag === TAG.oid ? oidOf(type) : stringOf(type) };
}

function signedForms(info: Buffer, certificate: Buffer, algorithm: Buffer): Buffer[] {
  const content = Buffer.concat([info, certificate, algorithm]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const shortest = length.subarray(length.findIndex((byte) => byte !== 0));
  const header = content.length < 0x80 ? [content.length] : [0x80 | shortest.length, ...shortest];
  return [info, Buffer.concat([Buffer.of(TAG.sequence, ...header), content])];
}

/** GM/T 0031 leaves open what is in the bits: a UTCTime in practice, else a time stamp of an authority, which is not read here. */
function timeInBits(bits: Buffer): Date | undefined {
  try {
    return timeOf(derAt(bits));
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
