import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId } from '@karez/kernel';
import { syncPath } from '../content/disk-store.js';

/** What an upload may not take from a disk: room for the next ones to finish. */
const reserveBytes = 256 * 1024 * 1024;

/** The bytes of uploads and of quarantined files, one file each, named by id and by nothing that a caller chose. */
export class IncomingFiles {
  constructor(private readonly folder: string) {}

  path(fileId: string): string {
    if (!isId(fileId)) throw new Error('not the id of a file');
    return join(this.folder, fileId);
  }

  async create(fileId: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await (await open(this.path(fileId), 'wx', 0o600)).close();
    await syncPath(this.folder);
  }

  /** Bytes received, `undefined` when there is no such file. */
  async size(fileId: string): Promise<number | undefined> {
    try {
      return (await stat(this.path(fileId))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Appends at `offset`. On the disk when it resolves; what had come when it fails stays, and the upload goes on from there. */
  async append(fileId: string, offset: number, bytes: Readable): Promise<void> {
    await pipeline(bytes, createWriteStream(this.path(fileId), { flags: 'r+', start: offset, flush: true }));
  }

  async remove(fileId: string): Promise<void> {
    await rm(this.path(fileId), { force: true });
  }

  /** Whether that many more bytes fit. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize > bytes + reserveBytes;
  }

  /** The ids of all files here that nobody has written to for so long. */
  async untouchedFor(ms: number, now = Date.now()): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    const old: string[] = [];
    for (const name of names.filter(isId)) {
      const facts = await stat(this.path(name)).catch(() => undefined);
      if (facts && now - facts.mtimeMs > ms) old.push(name);
    }
    return old;
  }
}
