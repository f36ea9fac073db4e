import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { minutesToSign, type Urgency } from '@karez/contracts-exchange';
import { type CalendarYear, type DueDate, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';

/** Deadlines on the working calendar that the office keeps. */
@Injectable()
export class Deadlines {
  #calendar?: { readonly version: string; readonly calendar: WorkingCalendar };

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** When a document of this urgency must have been signed for, and how that came about. */
  async toSign(manager: EntityManager, from: Date, urgency: Urgency, minutes: number | null): Promise<DueDate> {
    return (await this.calendar(manager)).addWorkingMinutes(from, minutes ?? minutesToSign[urgency]);
  }

  /** The calendar as it stands now; built anew when a year was changed. */
  async calendar(manager: EntityManager = this.source.manager): Promise<WorkingCalendar> {
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
