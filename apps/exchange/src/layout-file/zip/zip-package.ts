import { createHash } from 'node:crypto';
import { bounds } from '../bounds.js';
import type { ByteSource } from '../byte-source.js';
import { broken, refusal } from '../refusal.js';
import { entryName } from './entry-name.js';
import { type PlacedEntry, unpack } from './unpack.js';
import { readZipDirectory, type ZipDirectory } from './zip-directory.js';

/** An OFD's container, opened without unpacking and checked as a whole; entries are read or digested one at a time. */
export class ZipPackage {
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, PlacedEntry>;
  readonly #folded: ReadonlyMap<string, string | undefined>;
  readonly #digests = new Map<string, Buffer>();
  #work = 0;

  private constructor(source: ByteSource, entries: ReadonlyMap<string, PlacedEntry>) {
    this.#source = source;
    this.#entries = entries;
    this.#folded = foldedNames(entries.keys());
  }

  /** @throws DomainError every `exchange.layout.*` that is about the container */
  static async open(source: ByteSource): Promise<ZipPackage> {
    const directory = await readZipDirectory(source);
    assertReadable(directory);
    return new ZipPackage(source, placed(directory, source.size));
  }

  /** Every file in it; folders are not listed. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The entry of this name; real files also spell it with other capitals, which is followed where only one can be meant. */
  find(name: string): string | undefined {
    return this.#entries.has(name) ? name : this.#folded.get(name.toLowerCase());
  }

  async bytes(name: string, limit: number): Promise<Buffer> {
    const entry = this.#entry(name);
    if (entry.unpacked > limit) throw refusal('exchange.layout.too_complex', name);
    const pieces: Buffer[] = [];
    await this.#unpack(entry, (piece) => pieces.push(piece));
    return Buffer.concat(pieces);
  }

  /** @param algorithm as `node:crypto` names it */
  async digest(name: string, algorithm: string): Promise<Buffer> {
    const key = `${algorithm} ${name}`;
    const known = this.#digests.get(key);
    if (known) return known;
    const hash = createHash(algorithm);
    await this.#unpack(this.#entry(name), (piece) => hash.update(piece));
    const digest = hash.digest();
    this.#digests.set(key, digest);
    return digest;
  }

  #entry(name: string): PlacedEntry {
    const entry = this.#entries.get(name);
    if (!entry) throw broken(name);
    return entry;
  }

  async #unpack(entry: PlacedEntry, take: (piece: Buffer) => void): Promise<void> {
    this.#work += entry.unpacked;
    if (this.#work > bounds.workBytes) throw refusal('exchange.layout.too_complex', entry.name);
    await unpack(this.#source, entry, take);
  }
}

function assertReadable({ entries }: ZipDirectory): void {
  let total = 0;
  for (const { flags, method, packed, unpacked, name } of entries) {
    // bit 0 encrypted, 6 strongly, 13 with masked headers; method 99 is AES
    if (flags & 0x2041 || method === 99) throw refusal('exchange.layout.encrypted');
    if (method !== 0 && method !== 8) throw broken(name);
    if (method === 0 && packed !== unpacked) throw broken(name);
    total += unpacked;
    const dense = unpacked > bounds.ratioMattersFrom && unpacked > packed * bounds.ratio;
    if (dense || unpacked > bounds.entryBytes || total > bounds.totalBytes) throw refusal('exchange.layout.bomb');
  }
  const packedTotal = entries.reduce((sum, { packed }) => sum + packed, 0);
  if (total > bounds.ratioMattersFrom && total > packedTotal * bounds.ratio) throw refusal('exchange.layout.bomb');
}

function placed({ entries, offset: directory }: ZipDirectory, size: number): ReadonlyMap<string, PlacedEntry> {
  const byName = new Map<string, PlacedEntry>();
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  byPlace.forEach((entry, index) => {
    const end = byPlace[index + 1]?.offset ?? Math.min(directory, size);
    // entries that share bytes: how a small bomb is packed to petabytes
    if (entry.offset + 30 + entry.rawName.length + entry.packed > end)
      throw index + 1 < byPlace.length ? refusal('exchange.layout.bomb') : broken(entry.name);
    const name = entryName(entry.name);
    if (byName.has(name)) throw refusal('exchange.layout.duplicate_entry', name);
    if (!name.endsWith('/')) byName.set(name, { ...entry, name, end });
  });
  return byName;
}

function foldedNames(names: Iterable<string>): ReadonlyMap<string, string | undefined> {
  const folded = new Map<string, string | undefined>();
  for (const name of names) {
    const low = name.toLowerCase();
    folded.set(low, folded.has(low) ? undefined : name);
  }
  return folded;
}
