import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be found: words for the full text, trigrams for pieces of titles and numbers that are no words. */
export class Search1795783640000 implements MigrationInterface {
  name = 'Search1795783640000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists pg_trgm');
    await db.query(`
      create table search_entry (
        kind varchar(24) not null, subject_id uuid not null, org_id uuid not null,
        title text not null, number text, plain text not null, href text not null, at timestamptz not null,
        words tsvector not null, heading text not null generated always as (title || ' ' || coalesce(number, '')) stored,
        primary key (kind, subject_id));
      create index search_entry_words on search_entry using gin (words);
      create index search_entry_heading on search_entry using gin (heading gin_trgm_ops);
      create index search_entry_at on search_entry (at, subject_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table search_entry');
  }
}
