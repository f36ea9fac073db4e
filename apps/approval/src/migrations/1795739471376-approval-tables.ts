import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of items, and the copy of the tree of bodies that data scopes are measured on. */
export class ApprovalTables1795739471376 implements MigrationInterface {
  name = 'ApprovalTables1795739471376';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table item (
        id uuid primary key, version int not null, event_sequence int not null,
        code varchar(40) collate "C" not null unique, name text collate "C" not null, category text not null, applicants text[] not null,
        window_org_id uuid not null, published_version int not null, open boolean not null);
      create index item_by_name on item (name, id);
      create table item_version (
        item_id uuid not null references item, version int not null, sheet jsonb not null, digest char(64) not null,
        published_at timestamptz not null, published_by text not null, primary key (item_id, version));
    `);
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table item_version, item, org_copy, org_closure');
  }
}
