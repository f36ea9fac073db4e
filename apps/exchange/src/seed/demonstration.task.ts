import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask, type Watch } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { EnsureKeysJob } from '../key/ensure-keys.job.js';
import { demonstrationTask } from './plant-demonstration.js';
import { Narrator } from './narrator.js';
import { stories } from './stories.js';

const enough = 100;

/** Plays the demonstration's month when the bodies have come from identity; after a fall it goes on with the documents that are missing. */
@Injectable()
export class DemonstrationTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keys: EnsureKeysJob,
    private readonly narrator: Narrator,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  @OnTask(demonstrationTask)
  async play(task: DueTask): Promise<void> {
    const [{ bodies }] = await this.source.query<[{ bodies: number }]>('select count(*)::int as bodies from org_copy');
    if (bodies < enough) {
      await task.complete(async (tx) => {
        await tx.schedule(demonstrationTask, new Date(tx.ctx.now.getTime() + 1_000), {});
      });
      return;
    }
    await this.keys.run();
    for (const story of [...stories].sort((one, other) => other.daysAgo - one.daysAgo))
      await this.narrator.tell(story).catch((error: unknown) => this.watch.healing(`demonstration ${story.code} ${story.serial}`, error));
  }
}
