import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 办理记录: only added to. An opinion that could be changed afterwards would be none. */
export class Handling1795783320000 implements MigrationInterface {
  name = 'Handling1795783320000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table handling (
        id uuid primary key, subject_id uuid not null,
        act varchar(32) not null, from_state varchar(24) not null, to_state varchar(24) not null,
        verdict varchar(12) check (verdict in ('agree', 'disagree', 'noted')), text text,
        person_id uuid not null, person_name text not null, org_id uuid, org_name text,
        on_behalf_of_id uuid, on_behalf_of_name text,
        text_version int, digest varchar(64), at timestamptz not null);
      create index handling_of_subject on handling (subject_id, at, id);
      create function handling_stays() returns trigger language plpgsql as $$
        begin raise exception 'a handling record is never changed' using errcode = '42501'; end $$;
      create trigger handling_stays before update or delete or truncate on handling
        for each statement execute function handling_stays();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table handling; drop function handling_stays()');
  }
}
