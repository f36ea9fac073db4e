import { bounds } from '../bounds.js';
import { broken, refusal } from '../refusal.js';
import { readLiteralString, readHexString } from './pdf-strings.js';
import { PdfName, PdfRef, type PdfValue } from './pdf-values.js';

/** The bytes at hand end inside a value; with more of the file it may be whole. */
export class PdfTruncated extends Error {}

const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const isRegular = (byte: number): boolean => !white.has(byte) && !delimiters.has(byte);

/** Reads objects of PDF (ISO 32000-2 §7.2–7.3) from a piece of the file. */
export class PdfReader {
  #depth = 0;

  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}

  /** The next value; an operator or keyword is refused. */
  value(): PdfValue {
    const byte = this.#peek();
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#string(readLiteralString);
    if (byte === 0x5b) return this.#nested(() => this.#array());
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.#nested(() => this.#dict()) : this.#string(readHexString);
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (/^\d{1,10}$/.test(word)) return this.#reference(Number(word)) ?? Number(word);
    if (/^[+-]?\d*\.?\d*$/.test(word) && /\d/.test(word)) return Number(word);
    throw broken('PDF');
  }

  /** The next run of regular characters. */
  word(): string {
    this.skipWhite();
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) this.at++;
    if (this.at === this.bytes.length) throw new PdfTruncated();
    if (this.at === start || this.at - start > 256) throw broken('PDF');
    return this.bytes.toString('latin1', start, this.at);
  }

  /** Whether this keyword comes next; if so it is passed. */
  takes(keyword: string): boolean {
    this.skipWhite();
    if (this.at + keyword.length > this.bytes.length) throw new PdfTruncated();
    if (this.bytes.toString('latin1', this.at, this.at + keyword.length) !== keyword) return false;
    this.at += keyword.length;
    return true;
  }

  skipWhite(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) this.#skipComment();
      else if (!white.has(byte)) return;
    }
  }

  #skipComment(): void {
    while (this.at + 1 < this.bytes.length && ![10, 13].includes(this.bytes[this.at + 1] ?? 10)) this.at++;
  }

  #peek(): number {
    this.skipWhite();
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new PdfTruncated();
    return byte;
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > bounds.pdfDepth) throw refusal('exchange.layout.too_complex', 'PDF');
    const value = read();
    this.#depth--;
    return value;
  }

  #array(): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    while (this.#peek() !== 0x5d) values.push(this.value());
    this.at++;
    return values;
  }

  #dict(): Map<string, PdfValue> {
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    while (this.#peek() !== 0x3e) {
      if (this.bytes[this.at] !== 0x2f) throw broken('PDF');
      dict.set(this.#name().name, this.value());
    }
    if (this.at + 1 >= this.bytes.length) throw new PdfTruncated();
    if (this.bytes[this.at + 1] !== 0x3e) throw broken('PDF');
    this.at += 2;
    return dict;
  }

  #name(): PdfName {
    const start = ++this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) this.at++;
    if (this.at === this.bytes.length) throw new PdfTruncated();
    const name = this.bytes.toString('latin1', start, this.at);
    return new PdfName(name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  }

  #string(read: (bytes: Buffer, at: number) => { readonly value: Buffer; readonly end: number } | undefined): Buffer {
    const found = read(this.bytes, this.at + 1);
    if (!found) throw new PdfTruncated();
    this.at = found.end;
    return found.value;
  }

  /** `12 0 R`, told from two numbers by looking ahead. */
  #reference(number: number): PdfRef | undefined {
    const match = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.bytes.toString('latin1', this.at, this.at + 32),
    );
    if (!match) return undefined;
    this.at += match[0].length;
    return new PdfRef(number, Number(match[1]));
  }
}
