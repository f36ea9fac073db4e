import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 会议管理: rooms whose bookings cannot overlap, topics, meetings with their agenda and who was invited. */
export class Meetings1795783500000 implements MigrationInterface {
  name = 'Meetings1795783500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists btree_gist');
    await db.query(`
      create table room (
        id uuid primary key, version int not null, event_sequence int not null,
        org_id uuid not null, name text not null, place text not null, capacity int not null, equipment text, open boolean not null,
        unique (org_id, name));
      create table meeting (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(12) not null, org_id uuid not null, kind varchar(12) not null, title text not null,
        starts_at timestamptz not null, ends_at timestamptz not null, room_id uuid references room, place text, notes text,
        reply_by timestamptz, planner_id uuid not null, planner_name text not null, planned_at timestamptz not null,
        minutes text, cancelled_reason text, code_secret bytea not null,
        check (ends_at > starts_at), check ((state = 'cancelled') = (cancelled_reason is not null)));
      create index meeting_by_start on meeting (starts_at, id);
      create index meeting_of_org on meeting (org_id, starts_at, id);
      -- the one that holds a room is the one whose row stands here: two overlapping ones cannot both stand
      create table room_booking (
        meeting_id uuid primary key references meeting, room_id uuid not null references room, during tstzrange not null,
        exclude using gist (room_id with =, during with &&));

      create table topic (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(12) not null, org_id uuid not null, number text not null, title text not null, content text not null,
        reporter text not null, minutes int not null, proposer_id uuid not null, proposer_name text not null, proposed_at timestamptz not null,
        opinion text, outcome varchar(12), resolution text, meeting_id uuid references meeting);
      create unique index topic_number on topic (number);
      create index topic_by_time on topic (proposed_at desc, id desc);
      create table topic_counter (year int primary key, last int not null);

      create table meeting_topic (
        meeting_id uuid not null references meeting, topic_id uuid not null references topic, place int not null,
        outcome varchar(12), resolution text, supervision_id uuid,
        primary key (meeting_id, topic_id));
      create table meeting_attendee (
        meeting_id uuid not null references meeting, person_id uuid not null, org_id uuid not null,
        name text not null, org_name text not null, role varchar(12) not null, place int not null,
        receipt varchar(16) not null default 'none', reason text, substitute_name text, stands_in_for_name text,
        replied_at timestamptz, checked_in_at timestamptz,
        primary key (meeting_id, person_id));
      create index meeting_attendee_person on meeting_attendee (person_id, meeting_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table meeting_attendee, meeting_topic, topic_counter, topic, room_booking, meeting, room');
  }
}
