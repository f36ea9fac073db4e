import { sameBytes } from '@karez/crypto';
import { createHash } from 'node:crypto';
import type { Verification } from '../layout-facts.js';
import { digestNamed, isWeak, type Scheme, schemeOf } from './algorithms.js';
import type { Cms, CmsSigner } from './cms.js';
import { type Finding, gravest, invalid, unverifiable } from './finding.js';
import { certificateFinding } from './signer-certificate.js';
import { signatureStands } from './verify-signature.js';

/** What a CMS signature is over; of a large file only digests are known. */
export interface SignedMatter {
  readonly name: string;
  readonly bytes?: Buffer;
  digest(algorithm: string): Promise<Buffer>;
  /** The time named outside of the signature. */
  readonly signedAt?: Date;
}

/** Every signer must stand. The content enclosed, if any, must be the matter itself or its digest (GB/T 35275 as OFD uses it, adbe.pkcs7.sha1). */
export async function checkCms(cms: Cms, matter: SignedMatter, { sm2 }: Verification): Promise<Finding | undefined> {
  if (cms.signers.length === 0) return invalid('exchange.layout.signature_broken', matter.name);
  const findings: (Finding | undefined)[] = [];
  for (const signer of cms.signers) findings.push(await signerFinding(cms, signer, { matter, sm2 }));
  return gravest(findings);
}

interface Against {
  readonly matter: SignedMatter;
  readonly sm2: Verification['sm2'];
}

async function signerFinding(cms: Cms, signer: CmsSigner, against: Against): Promise<Finding | undefined> {
  const scheme = schemeOf(signer.algorithm);
  const digest = digestNamed(signer.digest);
  if (!scheme || !digest) return unverifiable('exchange.layout.signature_algorithm_unsupported', scheme ? signer.digest : signer.algorithm);
  return (await enclosedFinding(cms, signer, { ...against, digest })) ?? signatureFinding(cms, signer, { ...against, scheme, digest });
}

async function signatureFinding(
  { content }: Cms,
  { certificate, attributes, signature }: CmsSigner,
  { matter, sm2, scheme, digest }: Against & { readonly scheme: Scheme; readonly digest: string },
): Promise<Finding | undefined> {
  const message = attributes?.encoded ?? content ?? matter.bytes;
  if (!message) return unverifiable('exchange.layout.signature_format_unknown', matter.name);
  if (!certificate) return unverifiable('exchange.layout.certificate_missing');
  const { publicKey, holder } = certificate;
  if (!(await signatureStands({ message, signature, publicKey, scheme, digest }, sm2)))
    return invalid('exchange.layout.signature_wrong', holder);
  const finding = certificateFinding(certificate, attributes?.signingTime ?? matter.signedAt);
  return finding ?? weakness([digest, digestOf(scheme) ?? digest]);
}

/** Whether the content enclosed and the digest in the attributes are those of the matter. */
async function enclosedFinding(
  { content: enclosed }: Cms,
  { attributes }: CmsSigner,
  { matter, digest }: { readonly matter: SignedMatter; readonly digest: string },
): Promise<Finding | undefined> {
  const expected = await matter.digest(digest);
  if (enclosed && !sameBytes(enclosed, expected) && !(matter.bytes && sameBytes(enclosed, matter.bytes)))
    return invalid('exchange.layout.signature_description_changed', matter.name);
  if (!attributes) return undefined;
  const attested = enclosed ? createHash(digest).update(enclosed).digest() : expected;
  return sameBytes(attributes.messageDigest, attested) ? undefined : invalid('exchange.layout.signature_content_changed', matter.name);
}

const digestOf = (scheme: Scheme): string | undefined => (scheme.kind === 'sm2' ? 'sm3' : scheme.digest);

function weakness(digests: readonly string[]): Finding | undefined {
  const weak = digests.find(isWeak);
  return weak === undefined ? undefined : unverifiable('exchange.layout.signature_digest_weak', weak.toUpperCase());
}
