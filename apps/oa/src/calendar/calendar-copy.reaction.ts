import { Injectable } from '@nestjs/common';
import { CalendarYearEntered } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';

/** Keeps the years that were entered in exchange, so that a holiday notice is entered once for the whole office. */
@Injectable()
export class CalendarCopy {
  @ReactsTo(CalendarYearEntered)
  async keep({ data }: EventEnvelope<CalendarYearEntered>, { manager }: Pick<Tx, 'manager'>): Promise<void> {
    const { year, version, status, source, days } = data;
    await manager.query(
      `insert into calendar_year (year, version, status, source, days) values ($1, $2, $3, $4, $5)
       on conflict (year) do update set version = $2, status = $3, source = $4, days = $5 where calendar_year.version < $2`,
      [year, version, status, source, JSON.stringify(days)],
    );
  }
}
