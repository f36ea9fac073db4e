import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 发文: the documents, every text that they ever had, whose turn it is and was, their numbers, and where they were sent. */
export class Documents1795783600000 implements MigrationInterface {
  name = 'Documents1795783600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outgoing_document (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(16) not null, org_id uuid not null, host_id uuid not null,
        title text not null, genre varchar(16) not null, urgency varchar(16) not null, number text,
        drafter_id uuid not null, drafter_name text not null, drafted_at timestamptz not null, moved_at timestamptz not null,
        text_version int not null, digest varchar(64) not null,
        signed_by uuid, signed_by_name text, signed_at timestamptz, signed_digest varchar(64), formed_on date,
        sealed_by uuid, sealed_by_name text, sealed_at timestamptz, copies int, void_reason text, dispatch_id uuid,
        check ((signed_at is null) = (signed_digest is null)), check ((state = 'void') = (void_reason is not null)));
      create unique index outgoing_number on outgoing_document (host_id, number) where state <> 'void';
      create index outgoing_moved on outgoing_document (moved_at desc, id desc);
      create index outgoing_drafted on outgoing_document (drafted_at desc, id desc);
      create index outgoing_of_drafter on outgoing_document (drafter_id, moved_at desc, id desc);
      create index outgoing_dispatch on outgoing_document (dispatch_id) where dispatch_id is not null;

      create table document_version (
        document_id uuid not null references outgoing_document, number int not null, author_id uuid not null, author_name text not null,
        phase varchar(16) not null, digest varchar(64) not null, text jsonb not null, at timestamptz not null,
        primary key (document_id, number));
      create table number_rule (
        org_id uuid not null, code text not null, purpose text not null, primary key (org_id, code));
      create table number_counter (org_id uuid not null, code text not null, year int not null, last int not null, primary key (org_id, code, year));
      create table number_ledger (
        org_id uuid not null, code text not null, year int not null, serial int not null,
        state varchar(12) not null check (state in ('reserved', 'used', 'void')), document_id uuid references outgoing_document,
        reason text, by_id uuid not null, by_name text not null, at timestamptz not null,
        primary key (org_id, code, year, serial), foreign key (org_id, code) references number_rule);

      create table document_rendition (
        document_id uuid not null references outgoing_document, key text not null, file_id uuid not null, pages int not null,
        digest varchar(64) not null, made_at timestamptz not null, primary key (document_id, key));
      create table document_recipient (
        document_id uuid not null references outgoing_document, delivery_id uuid not null, org_id uuid not null, name text not null,
        role varchar(8) not null, place int not null, primary key (document_id, delivery_id));
      create table exchange_delivery (
        delivery_id uuid primary key, dispatch_id uuid not null, state varchar(16) not null, moved_at timestamptz not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table exchange_delivery, document_recipient, document_rendition, number_ledger, number_counter, number_rule, document_version, outgoing_document`,
    );
  }
}
