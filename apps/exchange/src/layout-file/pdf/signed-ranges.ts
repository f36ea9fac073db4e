import { createHash } from 'node:crypto';
import { bounds } from '../bounds.js';
import { type Finding, invalid, unverifiable } from '../signature/finding.js';
import type { PdfBytes } from './pdf-bytes.js';
import { isArray, type PdfDict, wholeIn } from './pdf-values.js';

/** The two runs of bytes that a signature is over; between them stands the signature itself. */
export interface SignedRanges {
  readonly first: number;
  readonly second: { readonly start: number; readonly length: number };
}

/** ByteRange as ISO 32000-2 §12.8.1 has it: from the first byte, all but the value of Contents. */
export function rangesOf(signature: PdfDict): SignedRanges | undefined {
  const list = signature.get('ByteRange');
  const [zero, first, start, length, more] = isArray(list) ? list.map(wholeIn) : [];
  if (zero !== 0 || first === undefined || start === undefined || length === undefined || more !== undefined) return undefined;
  return first < start ? { first, second: { start, length } } : undefined;
}

/** Whether what is left out is the signature and nothing else, and nothing was added behind. */
export async function rangesFinding(file: PdfBytes, ranges: SignedRanges, contents: Buffer): Promise<Finding | undefined> {
  const { first, second } = ranges;
  const gap = second.start - first;
  const outside = invalid('exchange.layout.signature_covers_part', 'ByteRange');
  if (second.start + second.length > file.source.size || gap > 4 * bounds.signatureBytes) return outside;
  const text = (await file.source.read(first, gap)).toString('latin1');
  if (!/^<[0-9a-fA-F\s]*>$/.test(text)) return outside;
  if (!Buffer.from(text.slice(1, -1).replace(/\s+/g, ''), 'hex').equals(contents)) return outside;
  const end = second.start + second.length;
  const rest = file.source.size - end;
  const onlyLineEnds = rest <= 4 && /^\s*$/.test((await file.source.read(end, 4)).toString('latin1'));
  // a later revision may add a second signature, or other pages: which of the two is not decided here
  return onlyLineEnds ? undefined : unverifiable('exchange.layout.signature_covers_part', `+${rest} bytes`);
}

export async function digestOfRanges(file: PdfBytes, { first, second }: SignedRanges, algorithm: string): Promise<Buffer> {
  const hash = createHash(algorithm);
  for (const [start, length] of [[0, first] as const, [second.start, second.length] as const])
    for (let at = 0; at < length; at += bounds.pieceBytes)
      hash.update(await file.source.read(start + at, Math.min(bounds.pieceBytes, length - at)));
  return hash.digest();
}
