import { type Certificate, parseCertificate } from '../asn1/certificate.js';
import { type Der, derAt, DerError, elementsIn, expect, numberOf, octetsOf, oidOf, sequenceOf, TAG, timeOf } from '../asn1/der.js';
import { bounds } from '../bounds.js';

/** One signer of a SignedData. */
export interface CmsSigner {
  readonly certificate?: Certificate;
  readonly digest: string;
  readonly algorithm: string;
  readonly signature: Buffer;
  /** The signed attributes as they are signed, with what was read from them. */
  readonly attributes?: { readonly encoded: Buffer; readonly messageDigest: Buffer; readonly signingTime?: Date };
}
export interface Cms {
  /** By the identifiers of GB/T 35275 rather than those of RFC 5652; the structure is the same. */
  readonly chinese: boolean;
  /** Absent where the signature is detached. */
  readonly content?: Buffer;
  readonly certificates: readonly Certificate[];
  readonly signers: readonly CmsSigner[];
}

const signedData = new Map([
  ['1.2.840.113549.1.7.2', false],
  ['1.2.156.10197.6.1.4.2.2', true],
]);

export function looksLikeCms(der: Buffer): boolean {
  try {
    return signedData.has(oidOf(sequenceOf(derAt(der))[0]));
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

/**
 * Reads ContentInfo with SignedData (RFC 5652 §5, GB/T 35275-2017 §8).
 * @throws DerError
 */
export function parseCms(der: Buffer): Cms {
  const [type, wrapped] = sequenceOf(derAt(der));
  const chinese = signedData.get(oidOf(type));
  if (chinese === undefined) throw new DerError('not signed data');
  const fields = sequenceOf(sequenceOf(wrapped, TAG.context0)[0]);
  const content = sequenceOf(fields[2])[1];
  const rest = fields.slice(3);
  const certificates = rest
    .filter(({ tag }) => tag === TAG.context0)
    .flatMap((set) => elementsIn(set.content))
    // other choices than a certificate carry context tags
    .filter(({ tag }) => tag === TAG.sequence)
    .map(({ raw }) => parseCertificate(raw));
  if (certificates.length > bounds.certificates) throw new DerError('too many certificates');
  const signers = sequenceOf(rest.at(-1), TAG.set);
  if (signers.length > bounds.signers) throw new DerError('too many signers');
  return {
    chinese,
    ...(content && { content: octetsOf(derAt(expect(content, TAG.context0).content)) }),
    certificates,
    signers: signers.map((signer) => signerOf(sequenceOf(signer), certificates)),
  };
}

function signerOf(fields: Der[], certificates: readonly Certificate[]): CmsSigner {
  const [version, sid, digest, ...rest] = fields;
  numberOf(version);
  const attributes = rest[0]?.tag === TAG.context0 ? rest.shift() : undefined;
  const [algorithm, signature] = rest;
  const certificate = certificates.find((each) => isNamed(each, sid));
  return {
    ...(certificate && { certificate }),
    digest: oidOf(sequenceOf(digest)[0]),
    algorithm: oidOf(sequenceOf(algorithm)[0]),
    signature: octetsOf(signature),
    ...(attributes && { attributes: attributesOf(attributes) }),
  };
}

/** IssuerAndSerialNumber, or [0] SubjectKeyIdentifier. */
function isNamed(certificate: Certificate, sid: Der | undefined): boolean {
  if (sid?.tag === 0x80) return certificate.subjectKeyId?.equals(sid.content) ?? false;
  const [issuer, serial] = sequenceOf(sid);
  return certificate.issuer.equals(expect(issuer, TAG.sequence).raw) && certificate.serial.equals(expect(serial, TAG.integer).content);
}

const messageDigestType = '1.2.840.113549.1.9.4';
const signingTimeType = '1.2.840.113549.1.9.5';
function attributesOf(attributes: Der): NonNullable<CmsSigner['attributes']> {
  const values = new Map<string, Der | undefined>();
  for (const attribute of elementsIn(attributes.content)) {
    const [type, set] = sequenceOf(attribute);
    const name = oidOf(type);
    // RFC 5652 §11: exactly one of each; a second would leave open which one counts
    if (values.has(name)) throw new DerError('attribute twice');
    values.set(name, sequenceOf(set, TAG.set)[0]);
  }
  const time = values.get(signingTimeType);
  // signed as a SET, stored as [0] (RFC 5652 §5.4)
  const encoded = Buffer.from(attributes.raw);
  encoded[0] = TAG.set;
  return { encoded, messageDigest: octetsOf(values.get(messageDigestType)), ...(time && { signingTime: timeOf(time) }) };
}

/** r and s of SM2 alone: no certificate, no signer. */
export function looksLikeBareSignature(der: Buffer): boolean {
  try {
    const parts = sequenceOf(derAt(der));
    return parts.length === 2 && parts.every(({ tag, content }) => tag === TAG.integer && content.length <= 33);
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}
