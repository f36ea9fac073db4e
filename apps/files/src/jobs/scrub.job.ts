import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { ContentRegister } from '../content/content-register.js';
import type { ContentStore } from '../content/content-store.js';
import { type ContentFacts, DamagedContent, verifiedBytes } from '../content/verified-bytes.js';

const batch = 100;
/** One run leaves room for the next; what it did not reach is the oldest then. */
const longestRunMs = 45 * 60_000;

/** Reads every stored content once a day and compares it with its digests, so that damage is known before a reader meets it. */
@Injectable()
export class ScrubJob {
  constructor(
    private readonly contents: ContentRegister,
    @Inject('ContentStore') private readonly store: ContentStore,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  /** @returns how many contents were read */
  async run(olderThanHours = 24): Promise<number> {
    const until = Date.now() + longestRunMs;
    let read = 0;
    for (;;) {
      const due = await this.contents.dueForCheck(batch, olderThanHours);
      for (const content of due) {
        await this.#check(content);
        read++;
        if (Date.now() > until) return read;
      }
      if (due.length < batch) return read;
    }
  }

  async #check(content: ContentFacts): Promise<void> {
    try {
      for await (const _ of verifiedBytes(this.store, content)) continue;
      await this.contents.markChecked(content.sha256);
    } catch (error) {
      // a store that is away is not a damaged one
      if (!(error instanceof DamagedContent) && (await this.store.size(content.sha256)) !== undefined) throw error;
      await this.contents.markDamaged(content.sha256);
      this.watch.needsPerson('stored content is damaged', { sha256: content.sha256 });
    }
  }
}
