import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import { broken, refusal } from '../refusal.js';
import { PdfReader, PdfTruncated } from './pdf-reader.js';

const headBytes = 1024;
const firstPiece = 16 * 1024;

/** The bytes of a PDF, counted from its header, which may stand behind something else. */
export class PdfBytes {
  #parsed = 0;

  private constructor(
    readonly source: ByteSource,
    readonly start: number,
  ) {}

  /** @throws DomainError `exchange.layout.not_a_layout_file` */
  static async open(source: ByteSource): Promise<PdfBytes> {
    const start = (await source.read(0, headBytes)).indexOf('%PDF-');
    if (start < 0) throw refusal('exchange.layout.not_a_layout_file');
    return new PdfBytes(source, start);
  }

  get size(): number {
    return this.source.size - this.start;
  }

  read(offset: number, length: number): Promise<Buffer> {
    return this.source.read(this.start + offset, length);
  }

  /** Reads with as much of the file as `parse` needs, within bounds. */
  async parseAt<T>(offset: number, parse: (reader: PdfReader) => T): Promise<T> {
    for (let length = firstPiece; ; length *= 4) {
      if (offset >= this.size) throw broken('PDF');
      const bytes = await this.read(offset, Math.min(length, bounds.pdfObjectBytes));
      // what ends with the file ends there
      const whole = offset + bytes.length >= this.size || length >= bounds.pdfObjectBytes;
      const reader = new PdfReader(whole ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes);
      try {
        return parse(reader);
      } catch (error) {
        if (!(error instanceof PdfTruncated)) throw error;
        this.spend(bytes.length);
        if (whole) throw broken('PDF');
      } finally {
        this.spend(reader.at);
      }
    }
  }

  /** Counts what is parsed, so that a small file cannot have the same bytes read for ever. */
  spend(bytes: number): void {
    this.#parsed += bytes;
    if (this.#parsed > bounds.pdfParsedBytes) throw refusal('exchange.layout.too_complex', 'PDF');
  }
}
