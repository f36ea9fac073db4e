import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { Rounds } from '@karez/service';
import { OfficeCalendarJob } from './office-calendar.job.js';

/** When the calendar is asked for: at the start and every ten minutes; a holiday notice is known weeks before it counts. */
@Injectable()
export class CalendarRounds extends Rounds {
  constructor(
    private readonly calendar: OfficeCalendarJob,
    @Inject('Watch') watch: Watch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(600_000, 'the working calendar', () => this.calendar.run());
  }
}
