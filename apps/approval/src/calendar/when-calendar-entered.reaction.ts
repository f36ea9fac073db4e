import { Injectable } from '@nestjs/common';
import { CalendarYearEntered } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Rederive } from '../case/rederive.js';
import { Calendars } from './calendars.js';
import { settleAfterMs, settleDuesTask } from './settle-dues.task.js';

/** A holiday notice is entered once, in exchange: its year counts here too, and every open due date is derived anew by it. */
@Injectable()
export class WhenCalendarEntered {
  constructor(
    private readonly calendars: Calendars,
    private readonly rederive: Rederive,
  ) {}

  @ReactsTo(CalendarYearEntered)
  async take({ data }: EventEnvelope<CalendarYearEntered>, tx: Tx): Promise<void> {
    const { manager, ctx } = tx;
    await this.calendars.lock(manager);
    if (!(await this.calendars.takeOver(manager, data, ctx.now))) return;
    tx.touch('calendar_year', String(data.year));
    await this.rederive.all(tx, await this.calendars.read(manager));
    await tx.schedule(settleDuesTask, new Date(ctx.now.getTime() + settleAfterMs), {});
  }
}
