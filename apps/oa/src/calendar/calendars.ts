import { Injectable } from '@nestjs/common';
import { type CalendarYear, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The working calendar that the office's terms are counted with: the years entered in exchange, else those that the platform brings along. */
@Injectable()
export class Calendars {
  #calendar?: { readonly version: string; readonly calendar: WorkingCalendar };

  /** As it stands in the caller's transaction; built anew when a year was changed. */
  async workingCalendar(manager: EntityManager): Promise<WorkingCalendar> {
    const [{ version }] = await manager.query<[{ version: string }]>(
      `select coalesce(string_agg(year || ':' || version, ',' order by year), '') as version from calendar_year`,
    );
    if (this.#calendar?.version !== version) this.#calendar = { version, calendar: await this.#read(manager) };
    return this.#calendar.calendar;
  }

  async #read(manager: EntityManager): Promise<WorkingCalendar> {
    const entered = await manager.query<CalendarYear[]>('select year, status, source, days from calendar_year');
    const brought = xinjiangYears.filter(({ year }) => !entered.some((each) => each.year === year));
    return new WorkingCalendar([...brought, ...entered], xinjiangOfficeHours);
  }
}
