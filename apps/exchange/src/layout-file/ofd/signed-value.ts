import type { Certificate } from '../asn1/certificate.js';
import { derAt, DerError } from '../asn1/der.js';
import type { SignatureFacts, Verification } from '../layout-facts.js';
import { displayText } from '../display-text.js';
import { checkCms, type SignedMatter } from '../signature/check-cms.js';
import { checkSeal, type SealedDescription } from '../signature/check-seal.js';
import { looksLikeBareSignature, looksLikeCms, parseCms } from '../signature/cms.js';
import { type Finding, invalid, unverifiable } from '../signature/finding.js';
import { looksLikeSes, parseSesSignature } from '../signature/ses-signature.js';
import { trustOf, type Traced } from '../signature/trust.js';
import { createHash } from 'node:crypto';

/** What the signed value says by itself. */
export type ValueFacts = Pick<SignatureFacts, 'kind' | 'signer' | 'sealName' | 'signedAt' | 'trust'> & { readonly finding?: Finding };

/** Tells the kind of a signed value by its structure (the standard leaves it to the provider) and checks it over its description. */
export async function checkSignedValue(value: Buffer, description: SealedDescription, verification: Verification): Promise<ValueFacts> {
  try {
    derAt(value);
    if (looksLikeSes(value)) return await sealFacts(value, description, verification);
    if (looksLikeCms(value)) return await cmsFacts(value, description, verification);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { kind: 'other', trust: 'untrusted_issuer', finding: invalid('exchange.layout.signature_broken', description.name) };
  }
  const finding = looksLikeBareSignature(value)
    ? unverifiable('exchange.layout.certificate_missing')
    : unverifiable('exchange.layout.signature_format_unknown', description.name);
  return { kind: 'other', trust: 'untrusted_issuer', finding, ...timeFact(description.signedAt) };
}

async function sealFacts(value: Buffer, description: SealedDescription, verification: Verification): Promise<ValueFacts> {
  const ses = parseSesSignature(value);
  const at = ses.signedAt ?? description.signedAt;
  const finding = await checkSeal(ses, description, verification);
  const sealName = displayText(ses.seal.name);
  return {
    kind: ses.kind,
    ...signerFact(ses.certificate),
    ...(sealName && { sealName }),
    ...timeFact(at),
    trust: await trustOf([traced(ses.certificate, at), traced(ses.seal.maker, at)], verification),
    ...(finding && { finding }),
  };
}

async function cmsFacts(value: Buffer, description: SealedDescription, verification: Verification): Promise<ValueFacts> {
  const cms = parseCms(value);
  const [first] = cms.signers;
  const at = first?.attributes?.signingTime ?? description.signedAt;
  const digest = (algorithm: string): Promise<Buffer> => Promise.resolve(createHash(algorithm).update(description.bytes).digest());
  const matter: SignedMatter = { ...description, digest };
  const finding = await checkCms(cms, matter, verification);
  const signers = cms.signers.flatMap(({ certificate }) => (certificate ? [traced(certificate, at, cms.certificates)] : []));
  return {
    kind: cms.chinese ? 'gbt35275' : 'other',
    ...signerFact(first?.certificate),
    ...timeFact(at),
    trust: await trustOf(signers.length === cms.signers.length ? signers : [], verification),
    ...(finding && { finding }),
  };
}

const traced = (certificate: Certificate, at: Date | undefined, others: readonly Certificate[] = []): Traced => ({
  certificate,
  others,
  ...(at && { at }),
});
const signerFact = (certificate: Certificate | undefined): Pick<SignatureFacts, 'signer'> => {
  const signer = displayText(certificate?.holder);
  return signer ? { signer } : {};
};
const timeFact = (at: Date | undefined): Pick<SignatureFacts, 'signedAt'> => (at ? { signedAt: at.toISOString() } : {});
