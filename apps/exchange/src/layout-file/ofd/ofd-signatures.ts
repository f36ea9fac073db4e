import { DomainError } from '@karez/kernel';
import { bounds } from '../bounds.js';
import type { SignatureFacts, Verification } from '../layout-facts.js';
import { refusal } from '../refusal.js';
import { type Finding, gravest, invalid } from '../signature/finding.js';
import { childrenOf, textOf } from '../xml/xml-tree.js';
import { coverageFinding, referencesFinding } from './check-references.js';
import type { OfdDocument } from './ofd-document.js';
import { type OfdPackage, rootName } from './ofd-package.js';
import { readDescription } from './signature-description.js';
import { checkSignedValue } from './signed-value.js';

/** A signature that OFD.xml leads to: the name of its description with all of its parts, or why it cannot be read. */
type Listed = { readonly name: string; readonly parts: readonly string[] } | { readonly finding: Finding };

/**
 * Checks every signature of the documents; one that cannot be read is reported as such, not skipped.
 * @param integrityParts what belongs to the integrity protocol and is no seal's to cover
 */
export async function readSignatures(
  ofd: OfdPackage,
  { documents, integrityParts }: { readonly documents: readonly OfdDocument[]; readonly integrityParts: readonly string[] },
  verification: Verification,
): Promise<SignatureFacts[]> {
  const free = new Set([...integrityParts, ofd.zip.find(rootName) ?? rootName]);
  const listed: Listed[] = [];
  for (const { body } of documents) {
    const location = textOf(body, 'Signatures');
    if (location) listed.push(...(await listedIn(ofd, location, free)));
  }
  if (listed.length > bounds.signatures) throw refusal('exchange.layout.too_complex', 'Signatures');
  for (const each of listed) if ('parts' in each) for (const name of each.parts) free.add(name);
  const pageNumbers = new Map(documents.flatMap(({ pages }) => pages).map(({ id }, index) => [id, index + 1]));
  const signatures: SignatureFacts[] = [];
  for (const each of listed)
    signatures.push('finding' in each ? unreadable(each.finding) : await factsOf(ofd, each.name, { free, pageNumbers, verification }));
  return signatures;
}

async function listedIn(ofd: OfdPackage, location: string, free: Set<string>): Promise<Listed[]> {
  const list = ofd.locate(location);
  if (!list) return [{ finding: invalid('exchange.layout.signature_broken', location) }];
  free.add(list);
  const entries = childrenOf(await ofd.xml(list), 'Signature');
  if (entries.length > bounds.signatures) throw refusal('exchange.layout.too_complex', list);
  const listed: Listed[] = [];
  for (const { attributes } of entries) listed.push(await listedAt(ofd, attributes.get('BaseLoc') ?? '', list));
  return listed;
}

async function listedAt(ofd: OfdPackage, location: string, list: string): Promise<Listed> {
  const name = location ? ofd.locate(location, list) : undefined;
  if (!name) return { finding: invalid('exchange.layout.signature_broken', location || list) };
  try {
    const { value, seal } = await readDescription(ofd, name);
    return { name, parts: [name, value, seal].flatMap((part) => part ?? []) };
  } catch (error) {
    // only its own form is the signature's matter; a path that escapes or a bomb is the file's
    if (error instanceof DomainError && error.code === 'exchange.layout.broken')
      return { finding: invalid('exchange.layout.signature_broken', name) };
    throw error;
  }
}

const unreadable = ({ verdict, reason, about }: Finding): SignatureFacts => ({
  kind: 'other',
  verdict,
  reason,
  ...(about && { about }),
  trust: 'untrusted_issuer',
});

interface Surroundings {
  readonly free: ReadonlySet<string>;
  readonly pageNumbers: ReadonlyMap<string, number>;
  readonly verification: Verification;
}

async function factsOf(ofd: OfdPackage, name: string, { free, pageNumbers, verification }: Surroundings): Promise<SignatureFacts> {
  const description = await readDescription(ofd, name);
  if (!description.value) return unreadable(invalid('exchange.layout.signature_broken', name));
  const value = await ofd.zip.bytes(description.value, bounds.signatureBytes);
  const references = await referencesFinding(ofd, description);
  const { finding: valueFinding, ...facts } = await checkSignedValue(value, description, verification);
  const finding = gravest([references, valueFinding, coverageFinding(ofd, description, free)]);
  const pages = [...new Set(description.pageIds.flatMap((id) => pageNumbers.get(id) ?? []))].sort((a, b) => a - b);
  return { ...facts, ...(pages.length > 0 && { pages }), ...(finding ?? { verdict: 'valid' }) };
}
