import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents, their dispatches, the two sides of each delivery, what was signed about them, and the keys it was signed with. */
export class ExchangeTables1795650000000 implements MigrationInterface {
  name = 'ExchangeTables1795650000000';

  async up(db: QueryRunner): Promise<void> {
    await createOrgCopy(db);
    await db.query(keys);
    await db.query(documents);
    await db.query(deliveries);
    await db.query(evidence);
    await db.query(surroundings);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table feed_event, calendar_year, print, letter, delivery_event, statement, custody, delivery, dispatch,
      sealed_document, document_file, document, body_node, body_key, node_setting`);
    await db.query(`drop table org_copy, org_closure`);
  }
}

const keys = `
  create table node_setting (name text primary key, value text not null);
  create table body_key (
    key_id text primary key, owner text not null, use varchar(12) not null check (use in ('signature', 'encryption')),
    public_key text not null, fingerprint char(64) not null, wrapped bytea,
    valid_from timestamptz not null, valid_until timestamptz, revoked_at timestamptz, revoked_reason text,
    certificate jsonb, root boolean not null default false);
  create index body_key_owner on body_key (owner, use, valid_from desc);
  -- bodies that another node serves; all others are served here
  create table body_node (org_id uuid primary key, node_id text not null);`;

const documents = `
  create table document (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(12) not null check (state in ('draft', 'sealed', 'discarded')),
    org_id uuid not null, elements jsonb not null, title text not null,
    agency_code text not null, year int not null, serial int not null,
    created_at timestamptz not null, created_by uuid not null, created_by_name text not null,
    sealed_at timestamptz, sealed_by_name text, digest char(64),
    check ((state = 'sealed') = (digest is not null)));
  create unique index document_number on document (org_id, agency_code, year, serial) where state <> 'discarded';
  create index document_of_body on document (org_id, created_at desc, id desc);
  create table document_file (
    document_id uuid not null references document, file_id uuid not null, role varchar(12) not null, ordinal int not null,
    primary key (document_id, file_id));
  -- what was sealed, once on this node for however many recipients
  create table sealed_document (
    digest char(64) primary key, org_id uuid not null, body text not null, signature jsonb not null, files jsonb not null,
    sealed_at timestamptz not null);
  create table dispatch (
    id uuid primary key, version int not null, event_sequence int not null,
    org_id uuid not null, document_id uuid not null, digest char(64) not null, title text not null, number text not null,
    sent_at timestamptz not null, sent_by uuid not null, sent_by_name text not null,
    sign_within_minutes int, reply_by date, print_quota int not null default 0, note text);
  create index dispatch_of_body on dispatch (org_id, sent_at desc, id desc);
  create index dispatch_of_document on dispatch (document_id);`;

const deliveries = `
  create table delivery (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(16) not null check (state in ('queued', 'in_flight', 'stalled', 'delivered', 'recall_pending', 'signed_for', 'rejected',
      'recalled', 'returned', 'revoked')),
    dispatch_id uuid not null references dispatch, org_id uuid not null, digest char(64) not null, sent_at timestamptz not null,
    recipient_id uuid not null, recipient_name text not null, recipient_kind text not null, role varchar(8) not null, ordinal int not null,
    attempts int not null default 0, last_error text, first_failed_at timestamptz, epoch int not null default 0,
    delivered_at timestamptz, due_at timestamptz, overdue_at timestamptz,
    decided_at timestamptz, decided_by_name text, reason varchar(20), reason_text text, receipt_number text,
    urged int not null default 0, last_urged_at timestamptz,
    recall_asked_at timestamptz, recall_refused_at timestamptz, revoke_asked_at timestamptz, acknowledged_at timestamptz,
    supersedes_id uuid, superseded_by_id uuid);
  create index delivery_of_dispatch on delivery (dispatch_id, ordinal);
  create index delivery_open on delivery (org_id, due_at) where state in ('queued', 'in_flight', 'stalled', 'delivered', 'recall_pending');
  create index delivery_attention on delivery (org_id) where state in ('stalled', 'rejected', 'returned');
  create index delivery_by_time on delivery (org_id, sent_at);
  create table custody (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(16) not null check (state in ('delivered', 'signed_for', 'rejected', 'recalled', 'returned', 'revoked')),
    tombstone boolean not null default false,
    org_id uuid not null, sender_id uuid not null, sender_name text not null, dispatch_id uuid not null, digest char(64) not null,
    role varchar(8) not null, title text, number text, document_type varchar(16), urgency varchar(16),
    sent_at timestamptz, arrived_at timestamptz not null, due_at timestamptz, overdue_at timestamptz, escalated smallint not null default 0,
    reply_by date, note text, checks jsonb not null default '[]', epoch int not null,
    seen_at timestamptz, decided_at timestamptz, decided_by_name text, reason varchar(20), reason_text text,
    incoming_number text, receipt_number text, urged int not null default 0,
    print_quota int not null default 0, printed int not null default 0,
    revoke_asked_at timestamptz, revoke_reason text, supersedes_id uuid);
  create index custody_by_arrival on custody (org_id, arrived_at desc, id desc) where not tombstone;
  create index custody_by_due on custody (org_id, due_at, id) where state = 'delivered';
  create index custody_due on custody (due_at) where state = 'delivered';
  create index custody_state on custody (org_id, state) where not tombstone;
  create table print (
    id uuid primary key, delivery_id uuid not null references custody, at timestamptz not null, person_id uuid not null, person_name text not null,
    copies int not null, first_copy int not null);
  create index print_of_delivery on print (delivery_id, at);`;

const evidence = `
  create table statement (
    digest char(64) primary key, delivery_id uuid not null, kind varchar(12) not null, epoch int, body text not null, signature jsonb not null,
    at timestamptz not null, number text not null, kept_at timestamptz not null default now());
  create index statement_of_delivery on statement (delivery_id, kept_at);
  create table delivery_event (
    delivery_id uuid not null, side varchar(9) not null, seq int not null, kind varchar(16) not null, at timestamptz not null,
    body text not null, hash char(64) not null, statement char(64),
    primary key (delivery_id, side, seq));
  create table letter (
    id uuid primary key, delivery_id uuid not null, node_id text not null, kind varchar(12) not null, statement char(64),
    state varchar(8) not null default 'waiting' check (state in ('waiting', 'parked', 'done')),
    attempts int not null default 0, next_at timestamptz not null default now(), claimed_until timestamptz, last_error text,
    created_at timestamptz not null default now());
  create index letter_waiting on letter (next_at) where state = 'waiting';
  create index letter_of_delivery on letter (delivery_id) where state <> 'done';
  create function letter_wake() returns trigger language plpgsql as $$ begin perform pg_notify('letter', ''); return null; end $$;
  create trigger letter_wake after insert on letter for each statement execute function letter_wake();`;

const surroundings = `
  create table calendar_year (
    year int primary key, version int not null, status varchar(12) not null check (status in ('published', 'provisional')), source text not null,
    days jsonb not null, changed_at timestamptz not null default now());
  create table feed_event (
    id uuid primary key, txid xid8 not null default pg_current_xact_id(), position bigint generated always as identity,
    org_id uuid not null, kind varchar(32) not null, at timestamptz not null, delivery_id uuid not null, dispatch_id uuid not null,
    side varchar(9) not null, state varchar(16) not null);
  create index feed_event_of_body on feed_event (org_id, txid, position);`;
