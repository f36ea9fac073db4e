import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { articles } from './articles.js';
import { bodiesNeeded } from './columns.js';
import { Gardener } from './gardener.js';
import { Narrator } from './narrator.js';
import { type Planting, plantingTask } from './plant-demonstration.js';
import { Players } from './voices/players.js';
import { demonstrationWords, firstWords } from './word-lists.js';

/** Enters the word lists; the demonstration's sites follow when the bodies have come from identity. After a fall it goes on with what is missing. */
@Injectable()
export class DemonstrationTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly gardener: Gardener,
    private readonly narrator: Narrator,
    private readonly players: Players,
  ) {}

  @OnTask(plantingTask)
  async plant(task: DueTask<Planting>): Promise<void> {
    await this.gardener.enterWords(firstWords);
    if (!task.payload.demonstration) return;
    await this.gardener.enterWords(demonstrationWords);
    if (!(await this.#bodiesHaveCome())) {
      await task.complete(async (tx) => {
        await tx.schedule(plantingTask, new Date(tx.ctx.now.getTime() + 1_000), task.payload);
      });
      return;
    }
    const now = new Date();
    await this.gardener.layOut(now);
    // the oldest first: index numbers and links follow the order in which things were published
    for (const article of [...articles].sort((one, other) => other.daysAgo - one.daysAgo)) await this.narrator.tell(article, now);
    await this.players.play(now);
  }

  async #bodiesHaveCome(): Promise<boolean> {
    const [{ bodies }] = await this.source.query<[{ bodies: number }]>(
      'select count(distinct name)::int as bodies from org_copy where name = any($1) and abolished_on is null',
      [bodiesNeeded],
    );
    return bodies === bodiesNeeded.length;
  }
}
