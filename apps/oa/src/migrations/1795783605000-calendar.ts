import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The years of the working calendar as they were entered in exchange. */
export class Calendar1795783605000 implements MigrationInterface {
  name = 'Calendar1795783605000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_year (
        year int primary key, version int not null, status varchar(12) not null check (status in ('published', 'provisional')),
        source text not null, days jsonb not null)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table calendar_year');
  }
}
