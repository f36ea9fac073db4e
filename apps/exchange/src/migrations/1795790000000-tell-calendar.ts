import { CalendarYearEntered } from '@karez/contracts-exchange';
import { newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Entered {
  readonly year: number;
  readonly version: number;
  readonly status: 'published' | 'provisional';
  readonly source: string;
  readonly days: CalendarYearEntered['days'];
}

/** Years that were entered before anybody was told of them are told once, so that the copies of other services begin complete. */
export class TellCalendar1795790000000 implements MigrationInterface {
  name = 'TellCalendar1795790000000';

  async up(db: QueryRunner): Promise<void> {
    const { subject, aggregate } = CalendarYearEntered;
    const years = (await db.query('select year, version, status, source, days from calendar_year order by year')) as Entered[];
    for (const { year, version, status, source, days } of years) {
      const id = newId();
      const data = new CalendarYearEntered(year, version, status, source, days);
      const told = { id, subject, producer: 'exchange', aggregate, aggregateId: String(year), sequence: 0 };
      const envelope = { ...told, occurredAt: new Date().toISOString(), trace: traceparent(), data };
      await db.query('insert into outbox (id, subject, aggregate, aggregate_id, sequence, envelope) values ($1, $2, $3, $4, 0, $5)', [
        ...[id, subject, aggregate, String(year), JSON.stringify(envelope)],
      ]);
    }
  }

  /** What was told cannot be taken back. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
