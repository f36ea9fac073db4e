import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { calendarApi } from '@karez/contracts-exchange';
import { Remote, traceparent } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { OpenClocks } from './open-clocks.js';

/** Takes over the years of the working calendar as the office entered them in exchange, and works the open clocks out by them. */
@Injectable()
export class OfficeCalendarJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly remote: Remote,
    private readonly clocks: OpenClocks,
  ) {}

  /** Right at any time and beside another process; what was missed once is the next turn's. */
  async run(): Promise<void> {
    const { years } = await this.remote.callAsSystem(calendarApi.readCalendars, {}, traceparent());
    for (const { year, version, status, source, days } of years)
      await this.source.query(
        `insert into calendar_year (year, version, status, source, days) values ($1, $2, $3, $4, $5)
         on conflict (year) do update set version = $2, status = $3, source = $4, days = $5 where calendar_year.version <> $2`,
        [year, version, status, source, JSON.stringify(days)],
      );
    await this.clocks.derive();
  }
}
