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
      create table handling_step (
        id uuid primary key, subject_id uuid not null, phase varchar(16) not null,
        person_id uuid, org_id uuid not null, name text not null, org_name text not null,
        state varchar(12) not null check (state in ('open', 'done', 'cancelled')), verdict varchar(12),
        sent_by text not null, sent_by_name text not null, opened_at timestamptz not null, seen_at timestamptz, ended_at timestamptz,
        check ((state = 'open') = (ended_at is null)));
      create index handling_step_of_subject on handling_step (subject_id, opened_at, id);
      create index handling_step_of_person on handling_step (person_id, subject_id);
      create unique index handling_step_open on handling_step (subject_id, phase, coalesce(person_id, org_id)) where state = 'open';
      create function handling_stays() returns trigger language plpgsql as $$
        begin raise exception 'a handling record is never changed' using errcode = '42501'; end $$;
      create trigger handling_stays before update or delete or truncate on handling
        for each statement execute function handling_stays();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table handling_step, handling; drop function handling_stays()');
  }
}
