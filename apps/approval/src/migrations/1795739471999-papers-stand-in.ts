import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers, documents and licences as far as cases need them. */
export class PapersStandIn1795739471999 implements MigrationInterface {
  name = 'PapersStandIn1795739471999';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table number_ledger (series text not null, year int not null, last int not null, primary key (series, year));
      create table case_document (
        id uuid primary key, case_id uuid not null, kind text not null, number text not null unique, issued_at timestamptz not null,
        verify_code text not null, facts jsonb not null);
      create table licence (id uuid primary key, case_id uuid not null, number text not null, valid_from timestamptz not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table licence, case_document, number_ledger');
  }
}
