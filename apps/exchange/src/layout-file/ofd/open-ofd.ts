import type { ByteSource } from '../byte-source.js';
import { displayDate, displayText } from '../display-text.js';
import type { LayoutFacts, Verification } from '../layout-facts.js';
import { childOf, textOf } from '../xml/xml-tree.js';
import { readDocuments } from './ofd-document.js';
import { readIntegrity } from './ofd-integrity.js';
import { OfdPackage } from './ofd-package.js';
import { readSignatures } from './ofd-signatures.js';

/** @throws DomainError `exchange.layout.*` when the file is not taken in */
export async function openOfd(source: ByteSource, verification: Verification): Promise<LayoutFacts> {
  const ofd = await OfdPackage.open(source);
  const documents = await readDocuments(ofd);
  const info = childOf(documents[0]?.body, 'DocInfo');
  const title = displayText(textOf(info, 'Title'));
  const author = displayText(textOf(info, 'Author'));
  const createdAt = displayDate(textOf(info, 'CreationDate'));
  const integrity = await readIntegrity(ofd, verification);
  const signatures = await readSignatures(ofd, { documents, integrityParts: integrity?.parts ?? [] }, verification);
  return {
    format: 'ofd',
    ...(title && { title }),
    ...(author && { author }),
    ...(createdAt && { createdAt }),
    pages: documents.reduce((sum, { pages }) => sum + pages.length, 0),
    signatures: integrity ? [...signatures, integrity.facts] : signatures,
  };
}
