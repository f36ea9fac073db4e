import { DomainError } from '@karez/kernel';
import { type AcceptedType, compoundTypes } from './accepted-types.js';
import type { ByteSource } from './byte-source.js';

const endOfChain = 0xfffffffe;
/** A directory of 4 MiB has 32,768 entries; documents have dozens. */
const maxDirectorySectors = 1024;
const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const damaged = (): DomainError => new DomainError('files.type.damaged');

export const isCompoundFile = (head: Buffer): boolean => head.subarray(0, 8).equals(magic);

/**
 * Tells what an OLE2 compound file ([MS-CFB]) is from the names of its streams: DOC, XLS, PPT, also as WPS writes them.
 * @throws DomainError `files.type.*` when it is damaged, encrypted, carries macros, or is something else (an MSI installer)
 */
export async function recogniseCompoundFile(source: ByteSource): Promise<AcceptedType> {
  const names = await streamNames(source);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) throw new DomainError('files.type.encrypted');
  if (names.has('VBA') || names.has('_VBA_PROJECT_CUR') || names.has('Macros')) throw new DomainError('files.type.macros');
  if (names.has('WordDocument')) return compoundTypes.doc;
  if (names.has('Workbook') || names.has('Book')) return compoundTypes.xls;
  if (names.has('PowerPoint Document')) return compoundTypes.ppt;
  throw new DomainError('files.type.not_allowed', { found: 'CFB' });
}

async function streamNames(source: ByteSource): Promise<Set<string>> {
  const header = await source.read(0, 512);
  const shift = header.length === 512 ? header.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectorSize = 1 << shift;
  const sector = async (number: number): Promise<Buffer> => {
    const bytes = await source.read((number + 1) * sectorSize, sectorSize);
    if (bytes.length < 128) throw damaged();
    return bytes;
  };
  const names = new Set<string>();
  const seen = new Set<number>();
  for (let number = header.readUInt32LE(48); number !== endOfChain; number = await nextSector(header, number, sectorSize, sector)) {
    if (seen.has(number) || seen.size >= maxDirectorySectors) throw damaged();
    seen.add(number);
    for (const name of namesIn(await sector(number))) names.add(name);
  }
  return names;
}

/** Entries of 128 bytes: the name in UTF-16 and its length with the closing zero. */
function namesIn(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= sector.length; at += 128) {
    const length = sector.readUInt16LE(at + 64);
    if (length >= 4 && length <= 64) names.push(sector.toString('utf16le', at, at + length - 2));
  }
  return names;
}

/** The sector after this one, by the allocation table; its sectors are listed in the header (109) and from there in a chain. */
async function nextSector(
  header: Buffer,
  number: number,
  sectorSize: number,
  sector: (number: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sectorSize / 4;
  const table = await tableSector(header, Math.floor(number / perSector), perSector, sector);
  const at = (number % perSector) * 4;
  const bytes = await sector(table);
  if (at + 4 > bytes.length) throw damaged();
  return bytes.readUInt32LE(at);
}

async function tableSector(header: Buffer, index: number, perSector: number, sector: (number: number) => Promise<Buffer>): Promise<number> {
  if (index < 109) return header.readUInt32LE(76 + index * 4);
  const perLink = perSector - 1;
  let link = header.readUInt32LE(68);
  for (let skip = Math.floor((index - 109) / perLink); skip > 0; skip--) {
    const bytes = await sector(link);
    if (bytes.length < perSector * 4) throw damaged();
    link = bytes.readUInt32LE(perLink * 4);
  }
  const bytes = await sector(link);
  const at = ((index - 109) % perLink) * 4;
  if (at + 4 > bytes.length) throw damaged();
  return bytes.readUInt32LE(at);
}
