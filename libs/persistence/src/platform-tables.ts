import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has, whatever it is for: idempotency, outbox, inbox, dead letters, timers. */
export class PlatformTables1764000000000 implements MigrationInterface {
  name = 'PlatformTables1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table handled_command (
        caller text not null, id text not null, operation text not null, request_digest text not null,
        reply json, handled_at timestamptz not null default now(),
        primary key (caller, id));
      create index handled_command_age on handled_command (handled_at);

      create table outbox (
        id uuid primary key,
        txid xid8 not null default pg_current_xact_id(),
        position bigint generated always as identity,
        subject text not null, aggregate text not null, aggregate_id text not null, sequence int not null,
        envelope json not null,
        occurred_at timestamptz not null default now(),
        sent_at timestamptz);
      create index outbox_unsent on outbox (position) where sent_at is null;
      create unique index outbox_sequence on outbox (aggregate, aggregate_id, sequence) where sequence > 0;
      create index outbox_order on outbox (txid, position);
      create table outbox_receipt (
        subscriber text primary key, txid xid8 not null, position bigint not null, at timestamptz not null default now());

      create table inbox (event_id uuid primary key, producer text not null, handled_at timestamptz not null default now());
      create index inbox_age on inbox (handled_at);
      create table inbox_stream (
        producer text not null, aggregate text not null, aggregate_id text not null, sequence int not null,
        primary key (producer, aggregate, aggregate_id));
      create table inbox_watermark (producer text primary key, txid xid8 not null, position bigint not null, at timestamptz not null default now());

      create table dead_letter (
        event_id uuid primary key,
        producer text not null, subject text not null, aggregate text not null, aggregate_id text not null, sequence int not null,
        envelope json not null,
        state varchar(12) not null check (state in ('trying', 'dead', 'held', 'replayed')),
        attempts int not null default 0, last_error text, first_at timestamptz not null default now(), last_at timestamptz not null default now());
      create index dead_letter_stream on dead_letter (producer, aggregate, aggregate_id, sequence) where state in ('dead', 'held');

      create table task (
        id uuid primary key, kind text not null, due_at timestamptz not null, payload jsonb not null, trace text not null,
        state varchar(12) not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'cancelled')),
        attempts int not null default 0, claimed_until timestamptz, last_error text,
        created_at timestamptz not null default now(), done_at timestamptz);
      create index task_due on task (due_at) where state = 'waiting';

      create function outbox_wake() returns trigger language plpgsql as $$ begin perform pg_notify('outbox', ''); return null; end $$;
      create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table handled_command, outbox, outbox_receipt, inbox, inbox_stream, inbox_watermark, dead_letter, task; drop function outbox_wake()',
    );
  }
}
