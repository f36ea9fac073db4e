import { bounds } from '../bounds.js';
import type { SignatureFacts, Verification } from '../layout-facts.js';
import { gravest, invalid, unverifiable } from '../signature/finding.js';
import { childOf, childrenOf, textOf } from '../xml/xml-tree.js';
import { entriesName, type OfdPackage } from './ofd-package.js';
import { checkSignedValue } from './signed-value.js';

export interface Integrity {
  readonly facts: SignatureFacts;
  /** The list and its signed value. */
  readonly parts: readonly string[];
}

/**
 * The integrity protocol of GM/T 0099-2020 §7: a signed list of the parts, so that none can be smuggled in or taken out. Their content is
 * not in it, so that even a sound one is not reported as `valid`.
 */
export async function readIntegrity(ofd: OfdPackage, verification: Verification): Promise<Integrity | undefined> {
  const name = ofd.zip.find(entriesName);
  if (!name) return undefined;
  const { xml: list, bytes } = await ofd.xmlWithBytes(name);
  const location = textOf(list, 'SignedValueLoc');
  const valueName = location ? ofd.locate(location, name) : undefined;
  if (!valueName)
    return {
      parts: [name],
      facts: { kind: 'other', verdict: 'invalid', reason: 'exchange.layout.signature_broken', about: name, trust: 'untrusted_issuer' },
    };
  const value = await ofd.zip.bytes(valueName, bounds.signatureBytes);
  const { finding, ...facts } = await checkSignedValue(value, { name, bytes }, verification);
  const files = childrenOf(childOf(list, 'FileList'), 'File').map(({ attributes }) => attributes.get('FileLoc') ?? '');
  const missing = files.find((file) => !file || !ofd.locate(file, name));
  const known = new Set([name, valueName, ...files.flatMap((file) => (file && ofd.locate(file, name)) || [])]);
  const smuggled = missing ?? ofd.zip.names.find((each) => !known.has(each));
  const outcome = gravest([
    smuggled === undefined ? undefined : invalid('exchange.layout.signature_content_changed', smuggled),
    finding?.verdict === 'invalid' ? finding : undefined,
    unverifiable('exchange.layout.signature_names_only'),
  ]);
  return { parts: [name, valueName], facts: { ...facts, ...(outcome ?? { verdict: 'unverifiable' }) } };
}
