import { chinaDay, type WorkingCalendar } from '@karez/kernel';

const dayMs = 86_400_000;

/** The days of the demonstration: working days, counted back from today. */
export class StoryClock {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly now = new Date(),
  ) {}

  /** Some working days ago, at a time of day in Asia/Shanghai; never later than a quarter of an hour ago. */
  at(daysAgo: number, time: string): Date {
    let day = new Date(this.now);
    for (let left = daysAgo; left > 0;) {
      day = new Date(day.getTime() - dayMs);
      if (this.calendar.isWorkingDay(chinaDay(day))) left -= 1;
    }
    return this.#past(new Date(`${chinaDay(day)}T${time}:00+08:00`));
  }

  /** So many office minutes later; undefined when that has not come yet. */
  after(from: Date, minutes: number): Date | undefined {
    const { at } = this.calendar.addWorkingMinutes(from, minutes);
    return at < this.now ? at : undefined;
  }

  #past(at: Date): Date {
    return new Date(Math.min(at.getTime(), this.now.getTime() - 15 * 60_000));
  }
}
