import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { ContentRegister } from '../content/content-register.js';
import type { ContentStore } from '../content/content-store.js';
import { verifiedBytes } from '../content/verified-bytes.js';
import type { StoredFile } from '../file/file.entity.js';
import { IncomingFiles } from '../upload/incoming-files.js';

/** The bytes of files that nobody may read yet: they lie where they came in, and reach the content store when they were scanned. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly incoming: IncomingFiles,
    private readonly contents: ContentRegister,
    @Inject('ContentStore') private readonly contentStore: ContentStore,
  ) {}

  /** The bytes to scan, block by block those whose digest was taken: what is scanned is what will be served. */
  async bytesOf({ id, sha256, state }: StoredFile): Promise<AsyncIterable<Buffer>> {
    const facts = await this.contents.facts(sha256!);
    if (!facts) throw new Error(`content ${sha256} is being removed`);
    if (state === 'not_scanned') return verifiedBytes(this.contentStore, facts);
    const path = this.incoming.path(id);
    const open = (_: string, start: number, end: number) =>
      Promise.resolve(createReadStream(path, { start, end, highWaterMark: 256 * 1024 }));
    return verifiedBytes({ open }, facts);
  }

  /** Brings the bytes into the content store, unless the same content is there. */
  async store({ id, sha256, state }: StoredFile): Promise<void> {
    if (state !== 'quarantined') return;
    const claim = await this.contents.claim(sha256!);
    if (claim === 'leaving') throw new Error(`content ${sha256} is being removed`);
    if (claim === 'missing') await this.contentStore.put(sha256!, this.incoming.path(id));
  }

  async empty(fileId: string): Promise<void> {
    await this.incoming.remove(fileId);
  }
}
