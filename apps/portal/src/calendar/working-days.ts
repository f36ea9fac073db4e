import { Injectable } from '@nestjs/common';
import { type CalendarYear, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The working calendar by which letters and requests are answered: the office's own years, else those the platform brings along. */
@Injectable()
export class WorkingDays {
  #calendar?: { readonly version: string; readonly calendar: WorkingCalendar };

  /** The calendar as it stands now; built anew when a year was changed. */
  async calendar(manager: EntityManager): Promise<WorkingCalendar> {
    const [{ version }] = await manager.query<[{ version: string }]>(
      `select coalesce(string_agg(year || ':' || version, ',' order by year), '') as version from calendar_year`,
    );
    if (this.#calendar?.version !== version) this.#calendar = { version, calendar: await this.read(manager) };
    return this.#calendar.calendar;
  }

  /** The calendar as this transaction sees it; one that is not committed must not be kept. */
  async read(manager: EntityManager): Promise<WorkingCalendar> {
    const changed = await manager.query<CalendarYear[]>('select year, status, source, days from calendar_year');
    const years = xinjiangYears.filter(({ year }) => !changed.some((each) => each.year === year));
    return new WorkingCalendar([...years, ...changed], xinjiangOfficeHours);
  }
}
