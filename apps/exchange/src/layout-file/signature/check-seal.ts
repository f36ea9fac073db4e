import { sameBytes } from '@karez/crypto';
import { createHash } from 'node:crypto';
import { isValidAt } from '../asn1/certificate.js';
import type { Verification } from '../layout-facts.js';
import { digestNamed, schemeOf } from './algorithms.js';
import { type Finding, invalid, unverifiable } from './finding.js';
import type { Seal, SesSignature } from './ses-signature.js';
import { certificateFinding } from './signer-certificate.js';
import { signatureStands } from './verify-signature.js';

/** What a seal was put on. */
export interface SealedDescription {
  readonly name: string;
  readonly bytes: Buffer;
  /** The time that the description names, for signatures that carry none. */
  readonly signedAt?: Date;
}

/**
 * Checks a seal as GB/T 38540-2020 §7 orders it: the signature over the description, the signer among the seal's users, the seal's own
 * signature, and the periods of all three at the time of signing. Trust in the issuers is not part of it.
 */
export async function checkSeal(ses: SesSignature, description: SealedDescription, { sm2 }: Verification): Promise<Finding | undefined> {
  const { seal, certificate } = ses;
  const scheme = schemeOf(ses.algorithm);
  const makerScheme = schemeOf(seal.algorithm);
  if (!scheme || !makerScheme)
    return unverifiable('exchange.layout.signature_algorithm_unsupported', scheme ? seal.algorithm : ses.algorithm);
  const digest = scheme.kind === 'sm2' ? 'sm3' : (scheme.digest ?? 'sha256');
  if (!sameBytes(createHash(digest).update(description.bytes).digest(), ses.dataHash))
    return invalid('exchange.layout.signature_description_changed', description.name);
  const { publicKey } = certificate;
  if (!(await signatureStands({ message: ses.toSign, signature: ses.signature, publicKey, scheme, digest }, sm2)))
    return invalid('exchange.layout.signature_wrong', certificate.holder);
  if (!mayUse(seal, certificate.raw)) return invalid('exchange.layout.seal_of_another', certificate.holder);
  if (!(await makerSigned(seal, sm2))) return invalid('exchange.layout.seal_wrong', seal.name);
  return periodFinding(ses, ses.signedAt ?? description.signedAt);
}

function mayUse({ users }: Seal, certificate: Buffer): boolean {
  const digests = new Map<string, Buffer>();
  return users.some(({ certificate: user, digest }) => {
    if (digest === undefined) return user.equals(certificate);
    const name = digestNamed(digest);
    if (name === undefined) return false;
    const known = digests.get(name) ?? createHash(name).update(certificate).digest();
    digests.set(name, known);
    return sameBytes(known, user);
  });
}

async function makerSigned({ maker, algorithm, signedForms, signature }: Seal, sm2: Verification['sm2']): Promise<boolean> {
  const scheme = schemeOf(algorithm);
  if (!scheme) return false;
  for (const message of signedForms)
    if (await signatureStands({ message, signature, publicKey: maker.publicKey, scheme, digest: 'sha256' }, sm2)) return true;
  return false;
}

function periodFinding({ seal, certificate }: SesSignature, signedAt: Date | undefined): Finding | undefined {
  const finding = certificateFinding(certificate, signedAt);
  if (finding || !signedAt) return finding;
  if (signedAt < seal.validFrom || signedAt > seal.validTo) return invalid('exchange.layout.seal_period', seal.name);
  if (!isValidAt(seal.maker, signedAt)) return invalid('exchange.layout.seal_maker_period', seal.maker.holder);
  return undefined;
}
