import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import type { FileOfCase } from '../material/case-files.js';
import type { CaseStory, StoryStep } from './case-story.js';
import { stories } from './case-stories.js';
import { items } from './items.js';
import { Narrator } from './narrator.js';
import { SampleFiles } from './sample-files.js';
import { StoryClock } from './story-clock.js';

export const demonstrationTask = 'approval.demonstration';
const minutesOfDay = 450;

interface Happening {
  readonly at: Date;
  readonly story: CaseStory;
  /** Absent of the draft itself. */
  readonly step?: StoryStep;
}

/** Plays the demonstration's month once the catalogue is published: all of it in one transaction, so that it is there once or not at all. */
@Injectable()
export class DemonstrationTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly samples: SampleFiles,
    private readonly narrator: Narrator,
  ) {}

  @OnTask(demonstrationTask)
  async play(task: DueTask): Promise<void> {
    const [{ published }] = await this.source.query<[{ published: number }]>('select count(*)::int as published from item');
    if (published < items.length) {
      await task.complete(async (tx) => {
        await tx.schedule(demonstrationTask, new Date(tx.ctx.now.getTime() + 1_000), {});
      });
      return;
    }
    const files = new Map<CaseStory, ReadonlyMap<string, FileOfCase>>();
    for (const story of stories) files.set(story, await this.samples.of(story, task.trace));
    const clock = new StoryClock(await this.calendars.workingCalendar(this.source.manager));
    await task.complete(async ({ manager }) => {
      for (const { at, story, step } of month(clock))
        if (step) await this.narrator.tell(manager, story, step, at);
        else await this.narrator.begin(manager, story, at, files.get(story)!);
    });
  }
}

/** All that happened until now, in its order: numbers go up with the days. */
function month(clock: StoryClock): Happening[] {
  const happened = stories.flatMap((story) => {
    let at = clock.at(story.daysAgo, story.time);
    const own: Happening[] = [{ at, story }];
    for (const [index, step] of story.steps.entries()) {
      const next = clock.after(at, Math.round(step.days * minutesOfDay) + 17 + ((index * 23) % 40));
      if (!next) break;
      own.push({ at: (at = next), story, step });
    }
    return own;
  });
  return happened.sort((one, other) => one.at.getTime() - other.at.getTime());
}
