import { type FileHandle, open } from 'node:fs/promises';

/** A file of any size, read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export const bytesOf = (content: Buffer): ByteSource => ({
  size: content.length,
  read: (offset, length) => Promise.resolve(content.subarray(offset, offset + length)),
});

/** Opens a file for reading in pieces while `work` runs. */
export async function withBytesOf<T>(path: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await work({ size, read: (offset, length) => readFully(file, offset, Math.max(0, Math.min(length, size - offset))) });
  } finally {
    await file.close();
  }
}

async function readFully(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const into = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(into, filled, length - filled, offset + filled);
    if (!bytesRead) break;
    filled += bytesRead;
  }
  return into.subarray(0, filled);
}
