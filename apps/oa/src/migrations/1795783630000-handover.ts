import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 工作移交 with what went to whom; rows are only added. */
export class Handover1795783630000 implements MigrationInterface {
  name = 'Handover1795783630000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table handover (
        id uuid primary key, from_id uuid not null, from_name text not null, org_id uuid not null, by_id uuid not null, by_name text not null,
        reason text not null, at timestamptz not null, shares jsonb not null);
      create index handover_at on handover (at, id);
      create index todo_ended on todo (ended_at, id) where state = 'done';
      create function handover_kept() returns trigger language plpgsql as $$ begin raise exception 'a hand-over is never changed'; end $$;
      create trigger handover_kept before update or delete on handover for each row execute function handover_kept();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index todo_ended; drop table handover; drop function handover_kept()');
  }
}
