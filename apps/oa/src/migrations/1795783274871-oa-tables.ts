import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The notices, and the copy of the tree of bodies that data scopes are measured on. */
export class OaTables1795783274871 implements MigrationInterface {
  name = 'OaTables1795783274871';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notice (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(16) not null check (state in ('open', 'closed')),
        name text collate "C" not null, org_id uuid not null,
        registered_at timestamptz not null, closed_at timestamptz, closed_reason text,
        check ((state = 'closed') = (closed_at is not null)));
      create index notice_by_time on notice (registered_at desc, id desc);
      create index notice_by_name on notice (name, id);
      create index notice_open on notice (org_id) where state = 'open';
    `);
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notice, org_copy, org_closure');
  }
}
