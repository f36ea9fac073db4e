/** A name object, without its slash. */
export class PdfName {
  constructor(readonly name: string) {}
}
/** An indirect reference. */
export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}
export type PdfDict = ReadonlyMap<string, PdfValue>;
/** Strings are bytes: what they say depends on where they stand. */
export type PdfValue = null | boolean | number | Buffer | PdfName | PdfRef | readonly PdfValue[] | PdfDict;

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const nameIn = (value: PdfValue | undefined): string | undefined => (value instanceof PdfName ? value.name : undefined);
export const wholeIn = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** A text string (ISO 32000-2 §7.9.2.2); where it is marked as nothing, the encodings that Chinese producers leave in it. */
export function textIn(value: PdfValue | undefined): string | undefined {
  if (!Buffer.isBuffer(value)) return undefined;
  if (value[0] === 0xfe && value[1] === 0xff) return new TextDecoder('utf-16be').decode(value.subarray(2));
  if (value[0] === 0xff && value[1] === 0xfe) return new TextDecoder('utf-16le').decode(value.subarray(2));
  for (const decoder of [utf8, gb18030]) {
    try {
      return decoder.decode(value);
    } catch {
      // the next one may read it
    }
  }
  return value.toString('latin1');
}
