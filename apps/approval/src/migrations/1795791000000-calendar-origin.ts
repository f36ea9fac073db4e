import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of exchange's calendar a year was last taken from: events may come late or twice. */
export class CalendarOrigin1795791000000 implements MigrationInterface {
  name = 'CalendarOrigin1795791000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table calendar_year add column taken_version int not null default 0');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table calendar_year drop column taken_version');
  }
}
