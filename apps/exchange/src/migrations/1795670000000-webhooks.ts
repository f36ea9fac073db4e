import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where events are posted to, and the feed in the order in which callers of many bodies read it. */
export class Webhooks1795670000000 implements MigrationInterface {
  name = 'Webhooks1795670000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table webhook (
        id uuid primary key, org_id uuid not null, url text not null, kinds text[] not null, wrapped bytea not null,
        created_at timestamptz not null, created_by uuid not null,
        -- the last event that was handled; an event is later when (txid, position) is greater
        txid xid8 not null, position bigint not null,
        failures int not null default 0, failing_since timestamptz, last_error text, last_delivered_at timestamptz, paused_at timestamptz,
        next_at timestamptz not null default now(), lease uuid, leased_until timestamptz,
        check ((lease is null) = (leased_until is null)));
      create index webhook_of_body on webhook (org_id);
      create index webhook_due on webhook (next_at) where paused_at is null;
      create index feed_event_in_order on feed_event (txid, position);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index feed_event_in_order; drop table webhook;');
  }
}
