import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ContentRegister } from '../content/content-register.js';
import type { ContentStore } from '../content/content-store.js';
import { IncomingFiles } from '../upload/incoming-files.js';

/** Longer than any file takes from its digests to its storing. */
const graceMinutes = 60;

/** Takes away bytes that no file has any more: contents without a file, incoming files that are over or never came to be. */
@Injectable()
export class UnusedBytesJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly contents: ContentRegister,
    private readonly incoming: IncomingFiles,
    @Inject('ContentStore') private readonly store: ContentStore,
  ) {}

  async run(minutes = graceMinutes): Promise<void> {
    await this.#removeIncoming(minutes * 60_000);
    for (const sha256 of await this.contents.takeLeaving(minutes)) {
      await this.store.remove(sha256);
      await this.contents.gone(sha256);
    }
  }

  async #removeIncoming(untouchedMs: number): Promise<void> {
    const ids = await this.incoming.untouchedFor(untouchedMs);
    const needed = await this.source.query<
      {
        id: string;
      }[]
    >(`select id from file where id = any($1) and state in ('receiving', 'quarantined')`, [ids]);
    const kept = new Set(needed.map(({ id }) => id));
    for (const id of ids) if (!kept.has(id)) await this.incoming.remove(id);
  }
}
