import { bounds } from '../bounds.js';
import { parseTime } from '../display-text.js';
import { broken, refusal } from '../refusal.js';
import { digestNamed } from '../signature/algorithms.js';
import { childOf, childrenOf, textOf } from '../xml/xml-tree.js';
import type { OfdPackage } from './ofd-package.js';

/** A Signature.xml (GB/T 33190 §18): what is signed, where the seal is drawn, and where the signed value lies. */
export interface SignatureDescription {
  readonly name: string;
  readonly bytes: Buffer;
  readonly checkMethod: string;
  readonly references: readonly { readonly location: string; readonly name?: string; readonly checkValue: Buffer }[];
  readonly pageIds: readonly string[];
  readonly signedAt?: Date;
  readonly value?: string;
  readonly seal?: string;
}

/** @throws DomainError `exchange.layout.*`: the caller decides what it means for the signature */
export async function readDescription(ofd: OfdPackage, name: string): Promise<SignatureDescription> {
  const { xml: signature, bytes } = await ofd.xmlWithBytes(name);
  const info = childOf(signature, 'SignedInfo');
  const list = childOf(info, 'References');
  const references = childrenOf(list, 'Reference');
  if (signature.name !== 'Signature' || references.length === 0) throw broken(name);
  if (references.length > bounds.references) throw refusal('exchange.layout.too_complex', name);
  const signedAt = parseTime(textOf(info, 'SignatureDateTime'));
  const value = locationIn(ofd, textOf(signature, 'SignedValue'), name);
  const seal = locationIn(ofd, textOf(childOf(info, 'Seal'), 'BaseLoc'), name);
  return {
    name,
    bytes,
    // MD5 is what the standard says where nothing is said
    checkMethod: list?.attributes.get('CheckMethod') || 'MD5',
    references: references.map((reference) => {
      const location = reference.attributes.get('FileRef') ?? '';
      const file = locationIn(ofd, location, name);
      return { location, ...(file && { name: file }), checkValue: Buffer.from(textOf(reference, 'CheckValue') ?? '', 'base64') };
    }),
    pageIds: childrenOf(info, 'StampAnnot').flatMap(({ attributes }) => attributes.get('PageRef') ?? []),
    ...(signedAt && { signedAt }),
    ...(value && { value }),
    ...(seal && { seal }),
  };
}

const locationIn = (ofd: OfdPackage, location: string | undefined, from: string): string | undefined =>
  location ? ofd.locate(location, from) : undefined;

/** What to call the digest, and what `node:crypto` calls it. */
export const checkMethodOf = ({ checkMethod }: SignatureDescription): { readonly title: string; readonly digest?: string } => {
  const digest = digestNamed(checkMethod);
  return { title: digest?.toUpperCase() ?? checkMethod, ...(digest && { digest }) };
};
