import { broken } from '../refusal.js';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-tree.js';
import type { OfdPackage } from './ofd-package.js';

/** One document of an OFD; nearly all have one. */
export interface OfdDocument {
  readonly body: XmlElement;
  readonly name: string;
  readonly pages: readonly { readonly id: string; readonly name: string }[];
}

/** @throws DomainError `exchange.layout.broken` when a document or a page is named that is not there */
export async function readDocuments(ofd: OfdPackage): Promise<OfdDocument[]> {
  const bodies = childrenOf(ofd.root, 'DocBody');
  if (bodies.length === 0) throw broken('DocBody');
  const documents: OfdDocument[] = [];
  for (const body of bodies) {
    const location = textOf(body, 'DocRoot') ?? '';
    const name = location && ofd.locate(location);
    if (!name) throw broken(location || 'DocRoot');
    const document = await ofd.xml(name);
    const pages = childrenOf(childOf(document, 'Pages'), 'Page').map((page) => ({
      id: page.attributes.get('ID') ?? '',
      name: pageName(ofd, page.attributes.get('BaseLoc') ?? '', name),
    }));
    if (document.name !== 'Document' || pages.length === 0) throw broken(name);
    documents.push({ body, name, pages });
  }
  return documents;
}

/** BaseLoc is the page's content, or, with older producers, its folder. */
function pageName(ofd: OfdPackage, location: string, document: string): string {
  const name = location && (ofd.locate(location, document) ?? ofd.locate(`${location}/Content.xml`, document));
  if (!name) throw broken(location || 'Page');
  return name;
}
