import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The other nodes, and the files that come from them. */
export class Nodes1795750000000 implements MigrationInterface {
  name = 'Nodes1795750000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table peer (
        node_id text primary key, name text not null, link varchar(8) not null check (link in ('nats', 'push', 'fetch', 'held')), url text,
        root_key_id text not null references body_key, versions int[] not null, joined_at timestamptz not null,
        heard_at timestamptz, failed_at timestamptz, last_error text,
        check ((link in ('push', 'fetch')) = (url is not null)));
      create index body_node_of_node on body_node (node_id);
      create index letter_for_node on letter (node_id, next_at) where state <> 'done' and node_id <> '';
      -- one file of another node's document, from its first byte until the document is kept
      create table incoming_file (
        id uuid primary key, node_id text not null, sm3 char(64) not null, file_id uuid, created_at timestamptz not null default now(),
        unique (node_id, sm3));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table incoming_file, peer; drop index letter_for_node, body_node_of_node;');
  }
}
