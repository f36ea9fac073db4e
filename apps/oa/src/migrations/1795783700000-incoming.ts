import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 收文: what came, by exchange or on paper, and its register. Whose turn it is stands with that of all other documents. */
export class Incoming1795783700000 implements MigrationInterface {
  name = 'Incoming1795783700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table incoming_document (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(12) not null, org_id uuid not null, origin varchar(8) not null, delivery_id uuid,
        title text not null, sender_name text not null, sender_number text, number text, summary text,
        received_at timestamptz not null, due_at timestamptz, registrar_id uuid, return_reason text, result text, reply_id uuid,
        check ((origin = 'exchange') = (delivery_id is not null)));
      create unique index incoming_delivery on incoming_document (delivery_id, org_id) where delivery_id is not null;
      create unique index incoming_number on incoming_document (org_id, number);
      create index incoming_received on incoming_document (received_at desc, id desc);
      create index incoming_of_org on incoming_document (org_id, received_at desc, id desc);
      create index incoming_of_sender on incoming_document (org_id, sender_name, sender_number);
      create table incoming_counter (org_id uuid, year int, last int not null, primary key (org_id, year));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table incoming_counter, incoming_document');
  }
}
