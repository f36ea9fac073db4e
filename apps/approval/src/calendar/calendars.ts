import { Injectable } from '@nestjs/common';
import type { ApprovalCalendar } from '@karez/contracts-approval';
import type { CalendarYearEntered } from '@karez/contracts-exchange';
import { type CalendarYear, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The working calendar of the office: the years that it entered, else those that the platform brings along. */
@Injectable()
export class Calendars {
  #calendar?: { readonly version: string; readonly calendar: WorkingCalendar };

  /** As it stands now; built anew when a year was changed. */
  async workingCalendar(manager: EntityManager): Promise<WorkingCalendar> {
    const [{ version }] = await manager.query<[{ version: string }]>(
      `select coalesce(string_agg(year || ':' || version, ',' order by year), '') as version from calendar_year`,
    );
    if (this.#calendar?.version !== version) this.#calendar = { version, calendar: await this.read(manager) };
    return this.#calendar.calendar;
  }

  /** As this transaction sees it; one that is not committed must not be kept. */
  async read(manager: EntityManager): Promise<WorkingCalendar> {
    const entered = await manager.query<CalendarYear[]>('select year, status, source, days from calendar_year');
    const brought = xinjiangYears.filter(({ year }) => !entered.some((each) => each.year === year));
    return new WorkingCalendar([...brought, ...entered], xinjiangOfficeHours);
  }

  /** Version 0 is the platform's own; a year of which nothing is known has no days and is provisional. */
  async year(manager: EntityManager, year: number): Promise<Required<ApprovalCalendar>> {
    const [entered] = await manager.query<Required<ApprovalCalendar>[]>(
      'select year, version, status, source, days from calendar_year where year = $1',
      [year],
    );
    if (entered) return entered;
    const brought = xinjiangYears.find((each) => each.year === year);
    const { status, source, days } = brought ?? { status: 'provisional', source: '', days: [] };
    return { year, status, source, days: [...days], version: 0 };
  }

  /** Two changes follow each other: the second sees the first one's version. */
  async lock(manager: EntityManager): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('calendar_year', 0))`);
  }

  /** A year as it was entered in exchange. @returns false for one that was taken already, or a later one */
  async takeOver(manager: EntityManager, { year, version, status, source, days }: CalendarYearEntered, changedAt: Date): Promise<boolean> {
    const taken = await manager.query<unknown[]>(
      `insert into calendar_year (year, version, status, source, days, changed_at, taken_version) values ($1, 1, $3, $4, $5, $6, $2)
       on conflict (year) do update
         set version = calendar_year.version + 1, status = $3, source = $4, days = $5, changed_at = $6, taken_version = $2
         where calendar_year.taken_version < $2
       returning year`,
      [year, version, status, source, JSON.stringify(days), changedAt],
    );
    return taken.length > 0;
  }

  async put(manager: EntityManager, { year, status, source, days }: CalendarYear, changedAt: Date): Promise<void> {
    await manager.query(
      `insert into calendar_year (year, version, status, source, days, changed_at) values ($1, 1, $2, $3, $4, $5)
       on conflict (year) do update set version = calendar_year.version + 1, status = $2, source = $3, days = $4, changed_at = $5`,
      [year, status, source, JSON.stringify(days), changedAt],
    );
  }
}
