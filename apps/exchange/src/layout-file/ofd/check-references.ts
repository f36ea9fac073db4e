import { sameBytes } from '@karez/crypto';
import { isWeak } from '../signature/algorithms.js';
import { type Finding, invalid, unverifiable } from '../signature/finding.js';
import type { OfdPackage } from './ofd-package.js';
import { checkMethodOf, type SignatureDescription } from './signature-description.js';

/** Whether every part that was signed is there and unchanged; the parts are digested as streams. */
export async function referencesFinding(ofd: OfdPackage, description: SignatureDescription): Promise<Finding | undefined> {
  const { title, digest } = checkMethodOf(description);
  if (!digest) return unverifiable('exchange.layout.signature_algorithm_unsupported', title);
  for (const { location, name, checkValue } of description.references) {
    if (!name) return invalid('exchange.layout.signature_content_changed', location);
    if (!sameBytes(await ofd.zip.digest(name, digest), checkValue)) return invalid('exchange.layout.signature_content_changed', name);
  }
  return isWeak(digest) ? unverifiable('exchange.layout.signature_digest_weak', title) : undefined;
}

/**
 * Whether everything that can be shown was signed. What signing itself adds is free: OFD.xml, which names the signatures, and their files.
 * @param free names of the parts of all signatures
 */
export function coverageFinding(ofd: OfdPackage, { references }: SignatureDescription, free: ReadonlySet<string>): Finding | undefined {
  const covered = new Set(references.map(({ name }) => name));
  const bare = ofd.zip.names.find((name) => !covered.has(name) && !free.has(name));
  return bare === undefined ? undefined : invalid('exchange.layout.signature_covers_part', bare);
}
