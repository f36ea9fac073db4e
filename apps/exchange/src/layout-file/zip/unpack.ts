import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import { errorCode } from '../error-code.js';
import { broken, refusal } from '../refusal.js';
import type { ZipEntry } from './zip-directory.js';

/** An entry and the first byte that is no longer its own. */
export interface PlacedEntry extends ZipEntry {
  readonly end: number;
}

/**
 * Hands the content of an entry to `take` piece by piece and checks that it is what the directory claims.
 * @throws DomainError `exchange.layout.broken`, `exchange.layout.bomb`
 */
export async function unpack(source: ByteSource, entry: PlacedEntry, take: (piece: Buffer) => void): Promise<void> {
  const start = await contentStart(source, entry);
  let unpacked = 0;
  let crc = 0;
  const check = (piece: Buffer): void => {
    unpacked += piece.length;
    if (unpacked > entry.unpacked) throw refusal('exchange.layout.bomb');
    crc = crc32(piece, crc);
    take(piece);
  };
  if (entry.method === 0) for await (const piece of packedPieces(source, start, entry.packed)) check(piece);
  else await inflate(packedPieces(source, start, entry.packed), entry, check);
  if (unpacked !== entry.unpacked || crc !== entry.crc) throw broken(entry.name);
}

async function contentStart(source: ByteSource, entry: PlacedEntry): Promise<number> {
  const header = await source.read(entry.offset, 30 + entry.rawName.length);
  if (header.length < 30 + entry.rawName.length || header.readUInt32LE(0) !== 0x04034b50) throw broken(entry.name);
  const nameLength = header.readUInt16LE(26);
  // a reader that goes by the local headers would see another file
  if (nameLength !== entry.rawName.length || !header.subarray(30).equals(entry.rawName)) throw broken(entry.name);
  const start = entry.offset + 30 + nameLength + header.readUInt16LE(28);
  if (start + entry.packed > entry.end) throw broken(entry.name);
  return start;
}

async function* packedPieces(source: ByteSource, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += bounds.pieceBytes) {
    const piece = await source.read(start + at, Math.min(bounds.pieceBytes, length - at));
    if (piece.length === 0) throw broken('ZIP');
    yield piece;
  }
}

async function inflate(pieces: AsyncIterable<Buffer>, entry: PlacedEntry, check: (piece: Buffer) => void): Promise<void> {
  const inflater = createInflateRaw();
  try {
    await pipeline(Readable.from(pieces), inflater, async (unpacked: AsyncIterable<Buffer>) => {
      for await (const piece of unpacked) check(piece);
    });
  } catch (error) {
    if (errorCode(error).startsWith('Z_')) throw broken(entry.name);
    throw error;
  }
  if (inflater.bytesWritten !== entry.packed) throw broken(entry.name);
}
