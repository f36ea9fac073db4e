import { deskNeeds, type TodoKind } from '@karez/contracts-oa';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The desk that a to-do lies on: a person's, or a body's together with the permission that opens it. Every list is a range of one desk
 * after another in its order, which the indexes hold; what has no due date comes last.
 */
export class TodoDesks1795783610000 implements MigrationInterface {
  name = 'TodoDesks1795783610000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table todo add column needs text, add column opened_by uuid');
    const steps = (await db.query('select distinct kind, step from todo where org_id is not null')) as { kind: TodoKind; step: string }[];
    for (const { kind, step } of steps)
      await db.query('update todo set needs = $3 where org_id is not null and kind = $1 and step = $2', [
        kind,
        step,
        deskNeeds(kind, step),
      ]);
    await db.query(`
      alter table todo
        add check ((org_id is null) = (needs is null)),
        add column desk text not null generated always as (coalesce(person_id::text, org_id::text || ' ' || needs)) stored,
        add column due_key timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored;
      drop index todo_of_person, todo_of_org, todo_done;
      create index todo_desk_due on todo (desk, due_key, id) include (kind) where state = 'open';
      create index todo_desk_opened on todo (desk, opened_at, id) where state = 'open';
      create index todo_sent on todo (opened_by, opened_at, id) where state = 'open';
      create index todo_done_by on todo (done_by, ended_at, id) where state = 'done';
      create index todo_done_for on todo (person_id, ended_at, id) where state = 'done';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index todo_desk_due, todo_desk_opened, todo_sent, todo_done_by, todo_done_for;
      alter table todo drop column desk, drop column due_key, drop column needs, drop column opened_by;
      create index todo_of_person on todo (person_id, due_at, id) where state = 'open';
      create index todo_of_org on todo (org_id, due_at, id) where state = 'open';
      create index todo_done on todo (done_by, ended_at desc, id) where state = 'done';
    `);
  }
}
