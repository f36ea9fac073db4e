import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { Demonstration } from './demonstration.js';
import { demonstrationTask } from './plant-demonstration.js';
import { Stage } from './stage.js';

/** Plays the working month once everybody is there. Cut off in the middle, it is played again: what was done already is not done twice. */
@Injectable()
export class DemonstrationTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly demonstration: Demonstration,
  ) {}

  @OnTask(demonstrationTask)
  async play(task: DueTask): Promise<void> {
    const stage = await Stage.set(this.source, await this.calendars.workingCalendar(this.source.manager));
    if (stage) for (const story of this.demonstration.stories) await story.tell(stage);
    await task.complete(async (tx) => {
      if (!stage) await tx.schedule(demonstrationTask, new Date(Date.now() + 1_000), {});
    });
  }
}
