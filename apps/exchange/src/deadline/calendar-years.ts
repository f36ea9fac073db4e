import { Injectable } from '@nestjs/common';
import type { CalendarView } from '@karez/contracts-exchange';
import { type CalendarYear, xinjiangYears } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The years of the working calendar: as the office entered them, else as the platform brings them along. */
@Injectable()
export class CalendarYears {
  /** Version 0 is the platform's own; a year of which nothing is known has no days. */
  async get(manager: EntityManager, year: number): Promise<Required<CalendarView>> {
    const [entered] = await manager.query<Required<CalendarView>[]>(
      'select year, version, status, source, days from calendar_year where year = $1',
      [year],
    );
    if (entered) return entered;
    const brought = xinjiangYears.find((each) => each.year === year);
    const { status, source, days } = brought ?? { status: 'provisional', source: '', days: [] };
    return { year, status, source, days: [...days], version: 0 };
  }

  entered(manager: EntityManager): Promise<Required<CalendarView>[]> {
    return manager.query('select year, version, status, source, days from calendar_year order by year');
  }

  async put(manager: EntityManager, { year, status, source, days }: CalendarYear, changedAt: Date): Promise<void> {
    await manager.query(
      `insert into calendar_year (year, version, status, source, days, changed_at) values ($1, 1, $2, $3, $4, $5)
       on conflict (year) do update set version = calendar_year.version + 1, status = $2, source = $3, days = $4, changed_at = $5`,
      [year, status, source, JSON.stringify(days), changedAt],
    );
  }
}
