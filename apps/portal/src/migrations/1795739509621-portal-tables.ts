import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The articles, and the copy of the tree of bodies that data scopes are measured on. */
export class PortalTables1795739509621 implements MigrationInterface {
  name = 'PortalTables1795739509621';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(16) not null check (state in ('open', 'closed')),
        name text collate "C" not null, org_id uuid not null,
        registered_at timestamptz not null, closed_at timestamptz, closed_reason text,
        check ((state = 'closed') = (closed_at is not null)));
      create index article_by_time on article (registered_at desc, id desc);
      create index article_by_name on article (name, id);
      create index article_open on article (org_id) where state = 'open';
    `);
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table article, org_copy, org_closure');
  }
}
