import { open } from 'node:fs/promises';

const family = 1;
const typographicFamily = 16;

/**
 * The family names of a font file, in every language that it has them in (OpenType, table `name`); of a collection those of all its
 * fonts. Empty for what is no font.
 */
export async function familiesOf(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    const read = async (offset: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const names = new Set<string>();
    for (const start of await startsOf(read)) for (const name of await namesOf(read, start)) names.add(name);
    return [...names];
  } catch (error) {
    if (tooShort.has((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  } finally {
    await file.close();
  }
}

/** Of a file that ends before its tables do. */
const tooShort: ReadonlySet<string> = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

type Read = (offset: number, length: number) => Promise<Buffer>;

async function startsOf(read: Read): Promise<number[]> {
  const head = await read(0, 12);
  const tag = head.toString('latin1', 0, 4);
  if (tag === 'ttcf') {
    const count = Math.min(head.readUInt32BE(8), 64);
    const offsets = await read(12, 4 * count);
    return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(4 * index));
  }
  return tag === 'OTTO' || tag === 'true' || head.readUInt32BE(0) === 0x00010000 ? [0] : [];
}

async function namesOf(read: Read, start: number): Promise<string[]> {
  const count = (await read(start, 12)).readUInt16BE(4);
  const directory = await read(start + 12, 16 * count);
  const at = Array.from({ length: count }, (_, index) => 16 * index).find(
    (each) => directory.toString('latin1', each, each + 4) === 'name',
  );
  if (at === undefined) return [];
  const table = await read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  const storage = table.readUInt16BE(4);
  const names: string[] = [];
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const record = 6 + 12 * index;
    const [platform, id] = [table.readUInt16BE(record), table.readUInt16BE(record + 6)];
    if ((id !== family && id !== typographicFamily) || (platform !== 0 && platform !== 3)) continue;
    const from = storage + table.readUInt16BE(record + 10);
    const bytes = Buffer.from(table.subarray(from, from + (table.readUInt16BE(record + 8) & ~1)));
    names.push(bytes.swap16().toString('utf16le').trim());
  }
  return names;
}
