import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files, what holds them, the stored contents, and the copy of the tree of bodies that data scopes are measured on. */
export class Files1764100000000 implements MigrationInterface {
  name = 'Files1764100000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table file (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(12) not null check (state in ('receiving', 'quarantined', 'clean', 'not_scanned', 'infected', 'refused', 'discarded')),
        name text not null, size bigint not null check (size > 0),
        uploader_realm varchar(12) not null, uploader_id text not null, uploader_name text not null, org_id uuid,
        announced_sha256 char(64), media_type text, sha256 char(64), sm3 char(64),
        reason text, reason_params jsonb,
        created_at timestamptz not null, received_at timestamptz, checked_at timestamptz,
        check (state not in ('clean', 'not_scanned') or (sha256 is not null and sm3 is not null and media_type is not null)));
      create index file_uploader on file (uploader_id, created_at desc, id);
      create index file_register on file (created_at desc, id);
      create index file_content on file (sha256) where state in ('quarantined', 'clean', 'not_scanned');
      create index file_unsettled on file (state, created_at) where state in ('receiving', 'quarantined');

      create table attachment (
        file_id uuid not null references file, service text not null, thing text not null, thing_id uuid not null,
        attached_at timestamptz not null default now(),
        primary key (file_id, service, thing, thing_id));
      create index attachment_thing on attachment (service, thing, thing_id);

      create table content (
        sha256 char(64) primary key, sm3 char(64) not null, size bigint not null, block_digests bytea not null,
        wanted_at timestamptz not null default now(), stored_at timestamptz, leaving_at timestamptz,
        checked_at timestamptz, damaged_at timestamptz);
      create index content_checked on content (checked_at) where stored_at is not null;

      create table org_copy (id uuid primary key, parent_id uuid);
      create index org_copy_parent on org_copy (parent_id);
      create table org_closure (
        relation varchar(8) not null, ancestor_id uuid not null, descendant_id uuid not null,
        primary key (relation, ancestor_id, descendant_id));
      create index org_closure_descendant on org_closure (relation, descendant_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table attachment, file, content, org_copy, org_closure');
  }
}
