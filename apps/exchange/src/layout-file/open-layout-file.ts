import type { ByteSource } from './byte-source.js';
import type { LayoutFacts, Verification } from './layout-facts.js';
import { openOfd } from './ofd/open-ofd.js';
import { openPdf } from './pdf/open-pdf.js';
import { refusal } from './refusal.js';

/**
 * Opens a layout file (版式文件) as far as a clerk needs to see it, without writing it anywhere or holding it in memory, and checks its
 * seals and signatures.
 * @param mediaType `application/ofd` or `application/pdf`
 * @throws DomainError `exchange.layout.*` with the reason when the file is refused; a signature that does not stand is no refusal but a
 * verdict with its reason
 */
export async function openLayoutFile(source: ByteSource, mediaType: string, verification: Verification): Promise<LayoutFacts> {
  if (mediaType === 'application/ofd') return openOfd(source, verification);
  if (mediaType === 'application/pdf') return openPdf(source, verification);
  throw refusal('exchange.layout.not_a_layout_file');
}
