import { bounds } from '../bounds.js';
import { broken, refusal } from '../refusal.js';
import type { PdfBytes } from './pdf-bytes.js';
import { decodeStream } from './pdf-stream.js';
import { isArray, isDict, nameIn, type PdfDict, type PdfValue, wholeIn } from './pdf-values.js';
import type { PdfReader } from './pdf-reader.js';

/** Where an object lies: in the file, or as the n-th in an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** A run of entries: in a table they stay in the file, 20 bytes each; of a stream the decoded rows are held. */
interface Run {
  readonly first: number;
  readonly count: number;
  readonly find: (index: number) => Promise<Place | 'free'>;
}
export interface CrossReference {
  /** The newest first. */
  readonly trailers: readonly PdfDict[];
  locate(number: number): Promise<Place | undefined>;
}

const tailBytes = 2048;
const rowBytes = 20;

/**
 * Reads the cross-reference sections from the newest back (ISO 32000-2 §7.5.4–7.5.8): tables, streams, and both at once.
 * @throws DomainError `exchange.layout.broken`, `exchange.layout.too_complex`
 */
export async function readCrossReference(file: PdfBytes): Promise<CrossReference> {
  const runs: Run[] = [];
  const trailers: PdfDict[] = [];
  const seen = new Set<number>();
  const waiting = [await lastSection(file)];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) continue;
    if (seen.size >= bounds.pdfSections) throw refusal('exchange.layout.too_complex', 'PDF');
    seen.add(offset);
    const section = await readSection(file, offset);
    runs.push(...section.runs);
    if (runs.length > bounds.pdfRuns) throw refusal('exchange.layout.too_complex', 'PDF');
    trailers.push(section.trailer);
    // a hybrid's stream hides objects from old readers and comes before what is older
    for (const key of ['XRefStm', 'Prev']) {
      const next = wholeIn(section.trailer.get(key));
      if (next !== undefined) waiting.push(next);
    }
  }
  return { trailers, locate: (number) => locate(runs, number) };
}

async function lastSection(file: PdfBytes): Promise<number> {
  const tail = await file.read(Math.max(0, file.size - tailBytes), tailBytes);
  const offset = /startxref\s+(\d{1,15})\s+%%EOF/.exec(tail.toString('latin1', Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  if (offset === undefined) throw broken('PDF');
  return Number(offset);
}

async function locate(runs: readonly Run[], number: number): Promise<Place | undefined> {
  for (const { first, count, find } of runs) {
    if (number < first || number >= first + count) continue;
    const place = await find(number - first);
    return place === 'free' ? undefined : place;
  }
  return undefined;
}

interface Section {
  readonly runs: readonly Run[];
  readonly trailer: PdfDict;
}
async function readSection(file: PdfBytes, offset: number): Promise<Section> {
  const isTable = await file.parseAt(offset, (reader) => reader.takes('xref'));
  return isTable ? tableSection(file, offset) : streamSection(file, offset);
}

async function tableSection(file: PdfBytes, offset: number): Promise<Section> {
  const runs: Run[] = [];
  let at = offset + (await file.parseAt(offset, (reader) => (reader.takes('xref'), reader.at)));
  for (;;) {
    const next = await file.parseAt(at, subsection);
    if ('trailer' in next) return { runs, trailer: next.trailer };
    const start = at + next.length;
    if (runs.length >= bounds.pdfRuns) throw refusal('exchange.layout.too_complex', 'PDF');
    runs.push({ first: next.first, count: next.count, find: (index) => tableRow(file, start + index * rowBytes) });
    at = start + next.count * rowBytes;
  }
}

type Subsection = { readonly trailer: PdfDict } | { readonly first: number; readonly count: number; readonly length: number };
function subsection(reader: PdfReader): Subsection {
  if (reader.takes('trailer')) return { trailer: dictOf(reader.value()) };
  const [first, count] = [Number(reader.word()), Number(reader.word())];
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count)) throw broken('PDF');
  reader.skipWhite();
  return { first, count, length: reader.at };
}

async function tableRow(file: PdfBytes, offset: number): Promise<Place | 'free'> {
  const row = /^(\d{10}) \d{5} ([nf])/.exec((await file.read(offset, rowBytes)).toString('latin1'));
  if (!row) throw broken('PDF');
  return row[2] === 'n' ? { offset: Number(row[1]) } : 'free';
}

async function streamSection(file: PdfBytes, offset: number): Promise<Section> {
  const { dict, start } = await file.parseAt(offset, (reader) => indirectStream(reader));
  const length = wholeIn(dict.get('Length'));
  if (nameIn(dict.get('Type')) !== 'XRef' || length === undefined || length > bounds.streamBytes) throw broken('PDF');
  const rows = await decodeStream(dict, await file.read(offset + start, length));
  file.spend(rows.length);
  const widths = wholes(dict.get('W'));
  const size = wholeIn(dict.get('Size')) ?? 0;
  const index = dict.has('Index') ? wholes(dict.get('Index')) : [0, size];
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  if (widths.length !== 3 || widths.some((width) => width > 6) || rowLength === 0 || index.length % 2 || index.length > 2 * bounds.pdfRuns)
    throw broken('PDF');
  const runs: Run[] = [];
  for (let pair = 0, at = 0; pair < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    const begin = at;
    runs.push({ first, count, find: async (nth) => streamRow(rows.subarray(begin + nth * rowLength), widths) });
    at += count * rowLength;
  }
  return { runs, trailer: dict };
}

function streamRow(row: Buffer, widths: readonly number[]): Place | 'free' {
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  if (row.length < typeWidth + secondWidth + thirdWidth) throw broken('PDF');
  const field = (at: number, width: number, absent: number): number => (width ? row.readUIntBE(at, width) : absent);
  const type = field(0, typeWidth, 1);
  const second = field(typeWidth, secondWidth, 0);
  if (type === 1) return { offset: second };
  return type === 2 ? { stream: second, index: field(typeWidth + secondWidth, thirdWidth, 0) } : 'free';
}

/** `n g obj << … >> stream`: the dictionary and where the content begins. */
export function indirectStream(reader: PdfReader): { readonly dict: PdfDict; readonly start: number } {
  reader.word();
  reader.word();
  if (!reader.takes('obj')) throw broken('PDF');
  const dict = dictOf(reader.value());
  if (!reader.takes('stream')) throw broken('PDF');
  if (reader.bytes[reader.at] === 13) reader.at++;
  if (reader.bytes[reader.at] === 10) reader.at++;
  return { dict, start: reader.at };
}

function dictOf(value: PdfValue): PdfDict {
  if (!isDict(value)) throw broken('PDF');
  return value;
}
function wholes(value: PdfValue | undefined): number[] {
  if (!isArray(value)) throw broken('PDF');
  return value.map((each) => {
    const whole = wholeIn(each);
    if (whole === undefined) throw broken('PDF');
    return whole;
  });
}
