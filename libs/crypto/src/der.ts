// The few DER types (ITU-T X.690) that SM2 keys, signatures and ciphertexts are made of. Reading is strict: one value has one
// encoding, so that a signature cannot be respelled and nothing can hide behind it.

export const DER = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, sequence: 0x30, context0: 0xa0, context1: 0xa1 } as const;

/** Thrown by the reader only; each caller turns it into the refusal of its own format. */
export class DerError extends Error {}

export class DerReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The content of the next element, which must have this tag. */
  read(tag: number): Uint8Array {
    if (this.#bytes[this.#at] !== tag) throw new DerError('unexpected element');
    const start = this.#at + 2;
    const [length, extra] = this.#length(this.#at + 1);
    const end = start + extra + length;
    if (end > this.#bytes.length) throw new DerError('truncated');
    this.#at = end;
    return this.#bytes.subarray(start + extra, end);
  }

  inside(tag: number): DerReader {
    return new DerReader(this.read(tag));
  }

  next(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** A non-negative INTEGER that fits 32 bytes, left-padded to 32. */
  scalar(): Buffer {
    const content = this.read(DER.integer);
    const [first, second] = content;
    if (first === undefined || first >= 0x80) throw new DerError('negative or empty integer');
    if (first === 0 && second !== undefined && second < 0x80) throw new DerError('padded integer');
    const magnitude = first === 0 ? content.subarray(1) : content;
    if (magnitude.length > 32) throw new DerError('integer beyond 256 bits');
    return Buffer.concat([Buffer.alloc(32 - magnitude.length), magnitude]);
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new DerError('trailing bytes');
  }

  /** Definite length in its shortest form: the value and the number of bytes beyond the first. */
  #length(at: number): [length: number, extra: number] {
    const first = this.#bytes[at];
    if (first === undefined) throw new DerError('truncated');
    if (first < 0x80) return [first, 0];
    const size = first & 0x7f;
    if (size === 0 || size > 4 || at + size >= this.#bytes.length) throw new DerError('length');
    const length = this.#bytes.subarray(at + 1, at + 1 + size).reduce((sum, byte) => sum * 256 + byte, 0);
    if (length < 0x80 || length < 256 ** (size - 1)) throw new DerError('length not in its shortest form');
    return [length, size];
  }
}

export function derElement(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const shortest = length.subarray(length.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(tag, 0x80 | shortest.length), shortest, content]);
}

/** An unsigned big-endian number as INTEGER. */
export function derInteger(unsigned: Uint8Array): Buffer {
  const firstDigit = unsigned.findIndex((byte) => byte !== 0);
  const magnitude = firstDigit < 0 ? Buffer.of(0) : unsigned.subarray(firstDigit);
  return derElement(DER.integer, (magnitude[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), magnitude]) : magnitude);
}
