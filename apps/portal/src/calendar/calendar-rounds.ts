import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { OfficeCalendarJob } from './office-calendar.job.js';

const everyMs = 600_000;

/** When the calendar is asked for: at the start and every ten minutes; a holiday notice is known weeks before it counts. */
@Injectable()
export class CalendarRounds implements OnApplicationBootstrap, OnModuleDestroy {
  #timer?: NodeJS.Timeout;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly calendar: OfficeCalendarJob,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#begin();
    this.#timer = setInterval(() => this.#begin(), everyMs).unref();
  }

  /** What is under way is finished first: the database is still there. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  #begin(): void {
    const run = () => this.calendar.run().catch((error: unknown) => this.watch.healing('the working calendar', error));
    this.#turn = this.#turn.then(run);
  }
}
