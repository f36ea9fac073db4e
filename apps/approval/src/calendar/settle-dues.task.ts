import { Injectable } from '@nestjs/common';
import { type DueTask, OnTask } from '@karez/messaging';
import { Rederive } from '../case/rederive.js';
import { Calendars } from './calendars.js';

export const settleDuesTask = 'approval.settle-dues';
/** An act that began by the calendar before has ended by then: none is given longer. */
export const settleAfterMs = 60_000;

/** Derives once more after a change of the calendar, for acts that were under way beside it. */
@Injectable()
export class SettleDuesTask {
  constructor(
    private readonly calendars: Calendars,
    private readonly rederive: Rederive,
  ) {}

  @OnTask(settleDuesTask)
  async settle(task: DueTask): Promise<void> {
    await task.complete(async (tx) => void (await this.rederive.all(tx, await this.calendars.workingCalendar(tx.manager))));
  }
}
