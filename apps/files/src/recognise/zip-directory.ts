import { DomainError } from '@karez/kernel';
import type { ByteSource } from './byte-source.js';

/** One entry of a zip's central directory; nothing is unpacked to know it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  /** 0: stored as it is. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
}
interface Place {
  readonly entries: number;
  readonly offset: number;
  readonly length: number;
}

const tailBytes = 22 + 0xffff;
const maxEntries = 20_000;
const maxDirectoryBytes = 16 * 1024 * 1024;
const damaged = (): DomainError => new DomainError('files.type.damaged');
const bomb = (): DomainError => new DomainError('files.type.archive_bomb');

/** Whether the bytes end as a zip ends: also a picture or a PDF that is a zip at the same time does. */
export async function endsAsZip(source: ByteSource): Promise<boolean> {
  return (await findEnd(source)) !== undefined;
}

/**
 * Reads the central directory (APPNOTE 6.3.10 §4.3.12–4.3.16, zip64 included) within bounds.
 * @throws DomainError `files.type.damaged`, `files.type.archive_bomb`
 */
export async function zipEntries(source: ByteSource): Promise<ZipEntry[]> {
  const end = await findEnd(source);
  if (!end) throw damaged();
  const place = await placeOf(source, end);
  if (place.entries > maxEntries || place.length > maxDirectoryBytes) throw bomb();
  if (place.offset + place.length > source.size) throw damaged();
  const directory = await source.read(place.offset, place.length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < place.entries;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const next = at + 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw damaged();
    entries.push(entryAt(directory.subarray(at, next)));
    at = next;
  }
  return entries;
}

async function findEnd(source: ByteSource): Promise<{ record: Buffer; offset: number } | undefined> {
  const start = Math.max(0, source.size - tailBytes);
  const tail = await source.read(start, tailBytes);
  for (let at = tail.length - 22; at >= 0; at--) {
    // the comment must end where the file ends, or any text that happens to hold the signature would do
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { record: tail.subarray(at, at + 22), offset: start + at };
  }
  return undefined;
}

async function placeOf(source: ByteSource, { record, offset }: { record: Buffer; offset: number }): Promise<Place> {
  const place = { entries: record.readUInt16LE(10), length: record.readUInt32LE(12), offset: record.readUInt32LE(16) };
  if (place.entries !== 0xffff && place.length !== 0xffffffff && place.offset !== 0xffffffff) return place;
  const locator = await source.read(offset - 20, 20);
  if (offset < 20 || locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return place;
  const large = await source.read(asNumber(locator.readBigUInt64LE(8)), 56);
  if (large.length < 56 || large.readUInt32LE(0) !== 0x06064b50) throw damaged();
  return {
    entries: asNumber(large.readBigUInt64LE(32)),
    length: asNumber(large.readBigUInt64LE(40)),
    offset: asNumber(large.readBigUInt64LE(48)),
  };
}

function entryAt(header: Buffer): ZipEntry {
  const nameEnd = 46 + header.readUInt16LE(28);
  const sizes = { unpacked: header.readUInt32LE(24), packed: header.readUInt32LE(20), offset: header.readUInt32LE(42) };
  return {
    name: header.toString('utf8', 46, nameEnd),
    encrypted: (header.readUInt16LE(8) & 1) === 1,
    method: header.readUInt16LE(10),
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
      if (known[name] !== 0xffffffff) continue;
      if (field + 8 > extra.length) throw damaged();
      known[name] = asNumber(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
  return known;
}

function asNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}
