import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import { broken, refusal } from '../refusal.js';
import { type CrossReference, indirectStream, type Place, readCrossReference } from './cross-reference.js';
import { PdfBytes } from './pdf-bytes.js';
import { PdfReader, PdfTruncated } from './pdf-reader.js';
import { decodeStream } from './pdf-stream.js';
import { isDict, type PdfDict, PdfRef, type PdfValue, wholeIn } from './pdf-values.js';

interface ObjectStream {
  readonly content: Buffer;
  /** Offset of the n-th object in the content. */
  readonly offsets: readonly number[];
}
const heldStreams = 4;

/** A PDF of which objects are read as they are asked for. */
export class PdfFile {
  readonly #objectStreams = new Map<number, ObjectStream>();
  #objects = 0;

  readonly #reference: CrossReference;

  private constructor(
    readonly bytes: PdfBytes,
    reference: CrossReference,
  ) {
    this.#reference = reference;
  }

  /** @throws DomainError `exchange.layout.*` */
  static async open(source: ByteSource): Promise<PdfFile> {
    const bytes = await PdfBytes.open(source);
    const reference = await readCrossReference(bytes);
    if (reference.trailers.some((trailer) => (trailer.get('Encrypt') ?? null) !== null)) throw refusal('exchange.layout.encrypted');
    return new PdfFile(bytes, reference);
  }

  /** An entry of the newest trailer that has it. */
  trailer(key: string): PdfValue | undefined {
    return this.#reference.trailers.find((trailer) => trailer.has(key))?.get(key);
  }

  /** The value itself, or what it refers to. */
  async resolve(value: PdfValue | undefined): Promise<PdfValue> {
    if (!(value instanceof PdfRef)) return value ?? null;
    if (++this.#objects > bounds.pdfObjects) throw refusal('exchange.layout.too_complex', 'PDF');
    const place = await this.#reference.locate(value.number);
    const found = place ? await this.#at(place, value.number) : null;
    if (found instanceof PdfRef) throw broken('PDF');
    return found;
  }

  /** The dictionary it is or refers to. */
  async dict(value: PdfValue | undefined): Promise<PdfDict | undefined> {
    const resolved = await this.resolve(value);
    return isDict(resolved) ? resolved : undefined;
  }

  async #at(place: Place, number: number): Promise<PdfValue> {
    if ('stream' in place) return this.#inStream(place.stream, place.index);
    return this.bytes.parseAt(place.offset, (reader) => {
      if (Number(reader.word()) !== number) throw broken('PDF');
      reader.word();
      if (!reader.takes('obj')) throw broken('PDF');
      return reader.value();
    });
  }

  async #inStream(number: number, index: number): Promise<PdfValue> {
    const { content, offsets } = await this.#objectStream(number);
    const offset = offsets[index];
    if (offset === undefined) throw broken('PDF');
    const reader = new PdfReader(content, offset);
    const value = inMemory(() => reader.value());
    this.bytes.spend(reader.at - offset);
    return value;
  }

  async #objectStream(number: number): Promise<ObjectStream> {
    const held = this.#objectStreams.get(number);
    if (held) return held;
    const place = await this.#reference.locate(number);
    if (!place || 'stream' in place) throw broken('PDF');
    const { dict, start } = await this.bytes.parseAt(place.offset, indirectStream);
    const length = wholeIn(await this.#length(dict.get('Length')));
    const [count, first] = [wholeIn(dict.get('N')), wholeIn(dict.get('First'))];
    if (length === undefined || length > bounds.streamBytes || count === undefined || first === undefined) throw broken('PDF');
    const content = Buffer.concat([await decodeStream(dict, await this.bytes.read(place.offset + start, length)), Buffer.from('\n')]);
    this.bytes.spend(content.length);
    const stream = { content, offsets: inMemory(() => offsetsIn(content.subarray(0, first + 1), count, first)) };
    const oldest = this.#objectStreams.keys().next();
    if (this.#objectStreams.size >= heldStreams && !oldest.done) this.#objectStreams.delete(oldest.value);
    this.#objectStreams.set(number, stream);
    return stream;
  }

  /** A length may stand elsewhere, but in the file itself: in an object stream it could lead back here. */
  async #length(value: PdfValue | undefined): Promise<PdfValue> {
    if (!(value instanceof PdfRef)) return value ?? null;
    const place = await this.#reference.locate(value.number);
    if (!place || 'stream' in place) throw broken('PDF');
    return this.#at(place, value.number);
  }
}

function offsetsIn(header: Buffer, count: number, first: number): number[] {
  const reader = new PdfReader(header);
  const offsets: number[] = [];
  for (let index = 0; index < count; index++) {
    reader.word();
    offsets.push(first + Number(reader.word()));
  }
  return offsets;
}

/** In bytes that are whole, an end inside a value is a fault. */
function inMemory<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof PdfTruncated ? broken('PDF') : error;
  }
}
