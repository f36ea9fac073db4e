import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old events of the feed are removed by age; up to where, is kept for each body, so that a cursor from before can be refused. */
export class FeedAge1795770000000 implements MigrationInterface {
  name = 'FeedAge1795770000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table feed_horizon (org_id uuid primary key, txid xid8 not null, position bigint not null);
      create index feed_event_by_age on feed_event (at);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index feed_event_by_age; drop table feed_horizon;');
  }
}
