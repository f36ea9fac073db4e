/** First and last byte, both included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `Range` as RFC 9110 §14 has it. A range that is not well-formed, of another unit, or of several parts is ignored,
 * as the RFC allows, and the whole is sent.
 * @returns `undefined` for the whole, `null` when the range lies outside (416)
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const { first, last } = /^bytes=\s*(?<first>\d{0,16})-(?<last>\d{0,16})\s*$/i.exec(header ?? '')?.groups ?? {};
  if (first === undefined || last === undefined || (!first && !last)) return undefined;
  if (!first) return suffix(Number(last), size);
  const from = Number(first);
  const to = last ? Math.min(Number(last), size - 1) : size - 1;
  if (last && Number(last) < from) return undefined;
  return from < size ? { from, to } : null;
}

function suffix(length: number, size: number): ByteRange | null {
  return length > 0 && size > 0 ? { from: Math.max(0, size - length), to: size - 1 } : null;
}
