import { bounds } from '../bounds.js';
import { refusal } from '../refusal.js';
import type { PdfFile } from './pdf-file.js';
import { isArray, nameIn, type PdfDict, PdfRef, type PdfValue, wholeIn } from './pdf-values.js';

/** A signature with the field that shows it. */
export interface SignatureField {
  readonly signature: PdfDict;
  readonly page?: PdfRef;
}

/** The signed signature fields of the form (ISO 32000-2 §12.7.5.5), wherever in its tree they hang. */
export async function signatureFields(file: PdfFile, catalog: PdfDict): Promise<SignatureField[]> {
  const form = await file.dict(catalog.get('AcroForm'));
  const found: SignatureField[] = [];
  const seen = new Set<number>();
  const waiting: { readonly value: PdfValue; readonly type?: string }[] = (await listOf(file, form?.get('Fields'))).map((value) => ({
    value,
  }));
  let visited = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++visited > bounds.pdfFields || found.length > bounds.signatures) throw refusal('exchange.layout.too_complex', 'AcroForm');
    if (next.value instanceof PdfRef) {
      if (seen.has(next.value.number)) continue;
      seen.add(next.value.number);
    }
    const field = await file.dict(next.value);
    const type = nameIn(await file.resolve(field?.get('FT'))) ?? next.type;
    const signature = type === 'Sig' ? await file.dict(field?.get('V')) : undefined;
    if (signature) found.push({ signature, ...pageOf(field) });
    else for (const value of await listOf(file, field?.get('Kids'))) waiting.push({ value, ...(type && { type }) });
  }
  return found.reverse();
}

const pageOf = (field: PdfDict | undefined): { page?: PdfRef } => {
  const page = field?.get('P');
  return page instanceof PdfRef ? { page } : {};
};

/**
 * The number of a page, from 1: what stands before it in its own node of the tree, and in those above (ISO 32000-2 §7.7.3).
 * @param lookups how many pages may still be looked at; without a number where they do not suffice
 */
export async function pageNumber(file: PdfFile, page: PdfRef, lookups: { left: number }): Promise<number | undefined> {
  let before = 0;
  let child = page;
  for (let depth = 0; depth < bounds.pdfDepth; depth++) {
    const parent = (await file.dict(child))?.get('Parent');
    if (!(parent instanceof PdfRef)) return before + 1;
    for (const kid of await listOf(file, (await file.dict(parent))?.get('Kids'))) {
      if (kid instanceof PdfRef && kid.number === child.number) break;
      if (--lookups.left < 0) return undefined;
      before += wholeIn((await file.dict(kid))?.get('Count')) ?? 1;
    }
    child = parent;
  }
  return undefined;
}

async function listOf(file: PdfFile, value: PdfValue | undefined): Promise<readonly PdfValue[]> {
  const list = await file.resolve(value);
  return isArray(list) ? list : [];
}
