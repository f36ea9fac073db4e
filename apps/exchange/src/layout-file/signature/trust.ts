import { type Certificate, isValidAt, parseCertificate } from '../asn1/certificate.js';
import { bounds } from '../bounds.js';
import type { SignatureFacts, Verification } from '../layout-facts.js';
import { schemeOf } from './algorithms.js';
import { signatureStands } from './verify-signature.js';

const maxIssuers = 6;

/** A certificate to be traced, those that came with it, and when it signed. */
export interface Traced {
  readonly certificate: Certificate;
  readonly others?: readonly Certificate[];
  readonly at?: Date;
}

/** `trusted_issuer` when every one of them leads to a configured root (RFC 5280 §6.1: names, signatures, periods, authority, path length). */
export async function trustOf(traced: readonly Traced[], verification: Verification): Promise<SignatureFacts['trust']> {
  const roots = (verification.roots ?? []).map(parseCertificate);
  if (roots.length === 0 || traced.length === 0) return 'untrusted_issuer';
  for (const each of traced) if (!(await leadsToRoot(each, roots, verification))) return 'untrusted_issuer';
  return 'trusted_issuer';
}

async function leadsToRoot(
  { certificate, others = [], at }: Traced,
  roots: readonly Certificate[],
  verification: Verification,
): Promise<boolean> {
  let current = certificate;
  const attempts = { left: bounds.chainAttempts };
  for (let issuersBelow = 0; issuersBelow < maxIssuers; issuersBelow++) {
    if (roots.some(({ raw }) => raw.equals(current.raw))) return true;
    const root = await issuerAmong(roots, current, { ...verification, attempts });
    if (root) return !at || isValidAt(root, at);
    const issuer = await issuerAmong(
      others.filter((other) => mayIssue(other, issuersBelow, at)),
      current,
      { ...verification, attempts },
    );
    if (!issuer) return false;
    current = issuer;
  }
  return false;
}

function mayIssue(certificate: Certificate, issuersBelow: number, at: Date | undefined): boolean {
  const { authority, keyUsage = 0x04 } = certificate;
  if (!authority || authority.pathLength < issuersBelow || !(keyUsage & 0x04)) return false;
  return !at || isValidAt(certificate, at);
}

interface Attempting extends Verification {
  readonly attempts: { left: number };
}
async function issuerAmong(
  candidates: readonly Certificate[],
  issued: Certificate,
  { sm2, attempts }: Attempting,
): Promise<Certificate | undefined> {
  const scheme = schemeOf(issued.algorithm);
  if (!scheme) return undefined;
  for (const candidate of candidates) {
    if (!candidate.subject.equals(issued.issuer)) continue;
    // a bag of look-alikes would otherwise cost a verification each
    if (attempts.left-- <= 0) return undefined;
    const { publicKey } = candidate;
    if (await signatureStands({ message: issued.tbs, signature: issued.signature, publicKey, scheme }, sm2)) return candidate;
  }
  return undefined;
}
