import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 委托代办. */
export class Delegation1795783620000 implements MigrationInterface {
  name = 'Delegation1795783620000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delegation (
        id uuid primary key, state varchar(12) not null check (state in ('granted', 'revoked')), version int not null, event_sequence int not null,
        from_id uuid not null, to_id uuid not null, kinds text[] not null,
        from_at timestamptz not null, until_at timestamptz not null, reason text,
        granted_at timestamptz not null, revoked_at timestamptz,
        check (from_id <> to_id), check (from_at < until_at), check ((state = 'revoked') = (revoked_at is not null)));
      create index delegation_from on delegation (from_id, granted_at desc, id desc);
      create index delegation_to on delegation (to_id, granted_at desc, id desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table delegation');
  }
}
