// Reading what others encoded (ITU-T X.690): definite lengths, but without insisting on their shortest form, as real seals are written by
// many hands. What is signed is always taken as the bytes that stand in the file, never encoded anew.

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
} as const;

/** Thrown by the readers of this folder only; what reads a signature turns it into its verdict. */
export class DerError extends Error {}

export interface Der {
  readonly tag: number;
  /** With tag and length. */
  readonly raw: Buffer;
  readonly content: Buffer;
}

const maxChildren = 10_000;

/** The element at the beginning; what follows it is left alone (PDF pads with zeros). */
export function derAt(bytes: Buffer, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError('no element');
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || size > 4 || at + 2 + size > bytes.length) throw new DerError('length');
  const length = size === 0 ? first : bytes.readUIntBE(at + 2, size);
  const start = at + 2 + size;
  if (start + length > bytes.length) throw new DerError('truncated');
  return { tag, raw: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) };
}

/** The elements inside a constructed one, or one after another in bytes. */
export function elementsIn(content: Buffer): Der[] {
  const elements: Der[] = [];
  for (let at = 0; at < content.length; at += elements.at(-1)?.raw.length ?? 0) {
    if (elements.length === maxChildren) throw new DerError('too many elements');
    elements.push(derAt(content, at));
  }
  return elements;
}

/** An element that is there and of this kind. */
export function expect(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new DerError('unexpected element');
  return element;
}

export const sequenceOf = (element: Der | undefined, tag: number = TAG.sequence): Der[] => elementsIn(expect(element, tag).content);
export const octetsOf = (element: Der | undefined): Buffer => expect(element, TAG.octets).content;

/** Whole bytes only, which is all that digests and signatures are. */
export function bitsOf(element: Der | undefined): Buffer {
  const { content } = expect(element, TAG.bits);
  if (content[0] !== 0) throw new DerError('unused bits');
  return content.subarray(1);
}

/** A small non-negative number. */
export function numberOf(element: Der | undefined): number {
  const { content } = expect(element, TAG.integer);
  if (content.length === 0 || content.length > 4 || (content[0] ?? 0) >= 0x80) throw new DerError('number');
  return content.readUIntBE(0, content.length);
}

export function oidOf(element: Der | undefined): string {
  const { content } = expect(element, TAG.oid);
  if (content.length === 0 || content.length > 32) throw new DerError('object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}

/** UTF8String, PrintableString, IA5String, BMPString …: the text in it. */
export function stringOf({ tag, content }: Der): string {
  if (tag !== 0x1e) return content.toString('utf8');
  return Buffer.from(content.subarray(0, content.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** UTCTime and GeneralizedTime; without a zone they are China Standard Time, as the producers that omit it mean. */
export function timeOf(element: Der | undefined): Date {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) throw new DerError('time');
  const text = element.content.toString('latin1');
  const year = element.tag === TAG.utcTime ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') : '';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?(Z|[+-]\d{4})?$/.exec(year + text);
  if (!parts) throw new DerError('time');
  const [, y, mo, d, h, mi, s = '00', zone = '+0800'] = parts;
  const time = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}${zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`}`);
  if (Number.isNaN(time.getTime())) throw new DerError('time');
  return time;
}
