import { DomainError } from '@karez/kernel';
import { type AcceptedType, zipTypes } from './accepted-types.js';
import type { ByteSource } from './byte-source.js';
import { zipEntries, type ZipEntry } from './zip-directory.js';

const maxUnpacked = 20 * 1024 ** 3;
/** Deflate alone reaches 1,032; a drawing or a table of zeros reaches 100. Small archives may be as dense as they like. */
const maxRatio = 150;
const ratioMattersFrom = 256 * 1024 ** 2;

/**
 * Tells what a zip is from the names in it, without unpacking.
 * @throws DomainError `files.type.*` when it is damaged, a bomb, encrypted, a program or carries macros
 */
export async function recogniseZip(source: ByteSource): Promise<AcceptedType> {
  const entries = await zipEntries(source);
  const names = new Set(entries.map(({ name }) => name));
  assertHarmless(entries, source.size);
  if (entries.some(({ encrypted }) => encrypted)) throw new DomainError('files.type.encrypted');
  if (names.has('META-INF/MANIFEST.MF') || names.has('AndroidManifest.xml'))
    throw new DomainError('files.type.not_allowed', { found: 'JAR' });
  if (names.has('OFD.xml')) return zipTypes.ofd;
  if (names.has('[Content_Types].xml')) return officeType(entries);
  if (entries[0]?.name === 'mimetype') return openDocument(source, entries[0]);
  return zipTypes.zip;
}

/** Declared sizes only: they suffice against bombs that a person would open; the scanner unpacks within its own limits. */
function assertHarmless(entries: readonly ZipEntry[], size: number): void {
  const bomb = new DomainError('files.type.archive_bomb');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > maxUnpacked || (unpacked > ratioMattersFrom && unpacked > size * maxRatio)) throw bomb;
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  // what lies before the first entry is another file
  if (byPlace[0] && byPlace[0].offset !== 0) throw new DomainError('files.type.ambiguous');
  let end = 0;
  for (const { offset, packed, name } of byPlace) {
    // entries that share bytes: how a small bomb is packed to petabytes
    if (offset < end) throw bomb;
    end = offset + 30 + Buffer.byteLength(name) + packed;
  }
  if (end > size) throw new DomainError('files.type.damaged');
}

function officeType(entries: readonly ZipEntry[]): AcceptedType {
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name)))
    throw new DomainError('files.type.macros');
  const has = (folder: string): boolean => entries.some(({ name }) => name.startsWith(folder));
  if (has('word/')) return zipTypes.docx;
  if (has('xl/')) return zipTypes.xlsx;
  if (has('ppt/')) return zipTypes.pptx;
  return zipTypes.zip;
}

/** ODF 1.3 part 2 §3.3: the first entry, stored, is the media type. */
async function openDocument(source: ByteSource, { offset, packed, method }: ZipEntry): Promise<AcceptedType> {
  if (method !== 0 || packed > 100) return zipTypes.zip;
  const header = await source.read(offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const mediaType = (await source.read(start, packed)).toString('latin1');
  return [zipTypes.odt, zipTypes.ods, zipTypes.odp].find((each) => each.mediaType === mediaType) ?? zipTypes.zip;
}
