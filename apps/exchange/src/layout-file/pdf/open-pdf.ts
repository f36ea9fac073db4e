import type { ByteSource } from '../byte-source.js';
import { displayDate, displayText } from '../display-text.js';
import type { LayoutFacts, Verification } from '../layout-facts.js';
import { broken } from '../refusal.js';
import { PdfFile } from './pdf-file.js';
import { readPdfSignatures } from './pdf-signatures.js';
import { textIn, wholeIn } from './pdf-values.js';

/** @throws DomainError `exchange.layout.*` when the file is not taken in */
export async function openPdf(source: ByteSource, verification: Verification): Promise<LayoutFacts> {
  const file = await PdfFile.open(source);
  const catalog = await file.dict(file.trailer('Root'));
  const tree = await file.dict(catalog?.get('Pages'));
  const pages = wholeIn(await file.resolve(tree?.get('Count')));
  if (!catalog || pages === undefined) throw broken('PDF');
  const info = await file.dict(file.trailer('Info'));
  const title = displayText(textIn(await file.resolve(info?.get('Title'))));
  const author = displayText(textIn(await file.resolve(info?.get('Author'))));
  const createdAt = displayDate(textIn(await file.resolve(info?.get('CreationDate')))?.replace(/^D:/, ''));
  return {
    format: 'pdf',
    ...(title && { title }),
    ...(author && { author }),
    ...(createdAt && { createdAt }),
    pages,
    signatures: await readPdfSignatures(file, catalog, verification),
  };
}
