import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { contentKey, type ContentStore } from './content-store.js';

/** Content on a disk. A name appears only when all its bytes are on the platter. */
export class DiskStore implements ContentStore {
  constructor(private readonly folder: string) {}

  async put(sha256: string, path: string): Promise<void> {
    const target = this.#path(sha256);
    const draft = `${target}.${randomUUID()}`;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      // within one file system the bytes need not be copied; over a border they are
      await link(path, draft).catch(() => copyFile(path, draft));
      await chmod(draft, 0o400);
      await syncPath(draft);
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
    for (const folder of [dirname(target), dirname(dirname(target)), dirname(dirname(dirname(target)))]) await syncPath(folder);
  }

  async size(sha256: string): Promise<number | undefined> {
    return (await stat(this.#path(sha256)).catch(ifMissing))?.size;
  }

  open(sha256: string, from: number, to: number): Promise<Readable> {
    return Promise.resolve(createReadStream(this.#path(sha256), { start: from, end: to, highWaterMark: 256 * 1024 }));
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#path(sha256), { force: true });
  }

  #path(sha256: string): string {
    return join(this.folder, contentKey(sha256));
  }
}

/** fsync of a file, or of a folder and the names in it. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
