import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 督查督办: the items, the parts of the bodies, and what was reported, asked, noticed and issued; the last four are only added to. */
export class Supervision1795783400000 implements MigrationInterface {
  name = 'Supervision1795783400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table supervision_item (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(16) not null, org_id uuid not null, number text,
        title text not null, content text not null, source varchar(16) not null, source_text text, source_href text,
        leader_id uuid not null, leader_name text not null, supervisor_id uuid not null, supervisor_name text not null,
        due_at timestamptz not null, lead_org_id uuid, urged int not null default 0,
        registered_at timestamptz not null, suspended_at timestamptz, suspended_reason text, terminated_reason text,
        result text, closed_at timestamptz, score int check (score between 1 and 5), score_text text,
        check ((state in ('registered') or state = 'terminated') or number is not null),
        check ((state in ('closed', 'evaluated', 'archived')) = (closed_at is not null)));
      create unique index supervision_number on supervision_item (org_id, number);
      create index supervision_due on supervision_item
        ((case when state in ('closed', 'evaluated', 'archived', 'terminated') then 1 else 0 end), due_at, id);
      create index supervision_registered on supervision_item (registered_at desc, id desc);
      create index supervision_of_org on supervision_item (org_id, due_at, id);
      create table supervision_counter (org_id uuid, year int, last int not null, primary key (org_id, year));

      create table supervision_part (
        id uuid primary key, item_id uuid not null references supervision_item, org_id uuid not null,
        role varchar(8) not null check (role in ('lead', 'assist')), content text not null, due_at timestamptz not null,
        state varchar(12) not null check (state in ('sent', 'accepted', 'returned', 'reported')),
        handler_id uuid, handler_name text, accepted_at timestamptz, return_reason text,
        progress int not null default 0 check (progress between 0 and 100), sent_at timestamptz not null);
      create index supervision_part_of_item on supervision_part (item_id, sent_at, id);
      create index supervision_part_of_org on supervision_part (org_id, item_id);
      create unique index supervision_part_once on supervision_part (item_id, org_id) where state <> 'returned';

      create table supervision_report (
        id uuid primary key, item_id uuid not null references supervision_item, part_id uuid not null references supervision_part,
        progress int not null, text text not null, difficulty text,
        org_id uuid not null, person_id uuid not null, person_name text not null, at timestamptz not null);
      create index supervision_report_of_item on supervision_report (item_id, at, id);
      create table supervision_extension (
        id uuid primary key, item_id uuid not null references supervision_item, due_from timestamptz not null, due_until timestamptz not null,
        reason text not null, state varchar(8) not null check (state in ('asked', 'granted', 'refused')),
        org_id uuid not null, person_id uuid not null, person_name text not null, at timestamptz not null,
        decided_by uuid, decided_by_name text, decision text, decided_at timestamptz);
      create index supervision_extension_of_item on supervision_extension (item_id, at, id);
      create unique index supervision_extension_open on supervision_extension (item_id) where state = 'asked';
      create table supervision_notice (
        id uuid primary key, item_id uuid not null references supervision_item, colour varchar(8) not null, text text not null,
        by_id uuid, by_name text, due_at timestamptz not null, reached int not null, at timestamptz not null);
      create index supervision_notice_of_item on supervision_notice (item_id, at, id);
      create unique index supervision_notice_once on supervision_notice (item_id, colour, due_at) where by_id is null;

      create table supervision_bulletin (
        id uuid primary key, org_id uuid not null, year int not null, issue int not null, title text not null,
        from_day date not null, to_day date not null, text text, board jsonb not null,
        by_id uuid not null, by_name text not null, issued_at timestamptz not null,
        unique (org_id, year, issue));
      create index supervision_bulletin_by_time on supervision_bulletin (issued_at desc, id desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table supervision_bulletin, supervision_notice, supervision_extension, supervision_report, supervision_part,
      supervision_counter, supervision_item`);
  }
}
