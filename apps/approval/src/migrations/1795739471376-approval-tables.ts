import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The items, and the copy of the tree of bodies that data scopes are measured on. */
export class ApprovalTables1795739471376 implements MigrationInterface {
  name = 'ApprovalTables1795739471376';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table item (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(16) not null check (state in ('open', 'closed')),
        name text collate "C" not null, org_id uuid not null,
        registered_at timestamptz not null, closed_at timestamptz, closed_reason text,
        check ((state = 'closed') = (closed_at is not null)));
      create index item_by_time on item (registered_at desc, id desc);
      create index item_by_name on item (name, id);
      create index item_open on item (org_id) where state = 'open';
    `);
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table item, org_copy, org_closure');
  }
}
