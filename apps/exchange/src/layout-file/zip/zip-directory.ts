import { DomainError } from '@karez/kernel';
import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import type { LayoutCode } from '@karez/contracts-exchange';
import { broken, refusal } from '../refusal.js';
import { decodeName } from './entry-name.js';

/** One entry of the central directory, as it claims to be. */
export interface ZipEntry {
  readonly rawName: Buffer;
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}
interface Place {
  readonly entries: number;
  readonly offset: number;
  readonly length: number;
}
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the entries end and the directory begins. */
  readonly offset: number;
}

const endBytes = 22;
const full = 0xffffffff;

/**
 * Reads the central directory (APPNOTE 6.3.10 §4.3.12–4.3.16, zip64 included); no entry is touched.
 * @throws DomainError `exchange.layout.not_a_layout_file`, `.broken`, `.too_many_entries`
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const head = await source.read(0, 4);
  if (head.length < 4 || head.readUInt32LE(0) !== 0x04034b50) throw refusal('exchange.layout.not_a_layout_file');
  const place = await findDirectory(source);
  if (place.entries > bounds.entries || place.length > bounds.directoryBytes) throw tooMany();
  if (place.offset + place.length > source.size) throw broken('ZIP');
  const directory = await source.read(place.offset, place.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < directory.length && entries.length < place.entries) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken('ZIP');
    const next = at + 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw broken('ZIP');
    entries.push(entryOf(directory.subarray(at, next)));
    at = next;
  }
  // entries beyond the declared number are shown by one reader and not by the next
  if (entries.length !== place.entries || at !== directory.length) throw broken('ZIP');
  return { entries, offset: place.offset };
}

const tooMany = (): DomainError => new DomainError('exchange.layout.too_many_entries' satisfies LayoutCode, { limit: bounds.entries });

async function findDirectory(source: ByteSource): Promise<Place> {
  const start = Math.max(0, source.size - endBytes - 0xffff);
  const tail = await source.read(start, endBytes + 0xffff);
  for (let at = tail.length - endBytes; at >= 0; at--) {
    // the comment must end where the file ends, or any text that happens to hold the signature would do
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + endBytes + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const end = tail.subarray(at, at + endBytes);
    const place = { entries: end.readUInt16LE(10), length: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
    const large = place.entries === 0xffff || place.length === full || place.offset === full;
    return large ? ((await largePlace(source, start + at)) ?? place) : place;
  }
  throw broken('ZIP');
}

async function largePlace(source: ByteSource, end: number): Promise<Place | undefined> {
  if (end < 20) return undefined;
  const locator = await source.read(end - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return undefined;
  const record = await source.read(wholeNumber(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw broken('ZIP64');
  return {
    entries: wholeNumber(record.readBigUInt64LE(32)),
    length: wholeNumber(record.readBigUInt64LE(40)),
    offset: wholeNumber(record.readBigUInt64LE(48)),
  };
}

function entryOf(header: Buffer): ZipEntry {
  const nameEnd = 46 + header.readUInt16LE(28);
  const rawName = header.subarray(46, nameEnd);
  const sizes = { unpacked: header.readUInt32LE(24), packed: header.readUInt32LE(20), offset: header.readUInt32LE(42) };
  return {
    rawName,
    name: decodeName(rawName),
    flags: header.readUInt16LE(8),
    method: header.readUInt16LE(10),
    crc: header.readUInt32LE(16),
    ...largeSizes(sizes, header.subarray(nameEnd, nameEnd + header.readUInt16LE(30))),
  };
}

/** The zip64 extra field holds those of the three that are all ones, in this order. */
function largeSizes<S extends Record<'unpacked' | 'packed' | 'offset', number>>(sizes: S, extra: Buffer): S {
  const known = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const name of ['unpacked', 'packed', 'offset'] as const) {
      if (known[name] !== full) continue;
      if (field + 8 > extra.length) throw broken('ZIP64');
      known[name] = wholeNumber(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
  return known;
}

function wholeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('ZIP64');
  return Number(value);
}
