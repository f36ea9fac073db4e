import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The copy of the people with their posts, and the to-dos of everybody over all services. */
export class PeopleAndTodos1795783310000 implements MigrationInterface {
  name = 'PeopleAndTodos1795783310000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person_copy (
        id uuid primary key, name text not null, state varchar(12) not null, account text not null default '',
        name_sort text collate "C" not null default '', mobile text, email text);
      create table person_post (
        person_id uuid not null references person_copy, org_id uuid not null, title text not null,
        is_primary boolean not null, place int not null,
        primary key (person_id, org_id, title));
      create index person_post_org on person_post (org_id, person_id);

      create table todo (
        id uuid primary key, service varchar(24) not null, kind varchar(24) not null,
        subject_id text not null, step text not null,
        title text not null, act text not null, href text not null,
        person_id uuid, org_id uuid, from_name text,
        urgency varchar(16) not null check (urgency in ('none', 'urgent', 'extra_urgent')),
        opened_at timestamptz not null, due_at timestamptz,
        urged int not null default 0, urged_at timestamptz,
        state varchar(12) not null check (state in ('open', 'done', 'cancelled')),
        ended_at timestamptz, done_by uuid,
        check ((person_id is null) <> (org_id is null)),
        check ((state = 'open') = (ended_at is null)));
      create unique index todo_open_step on todo (subject_id, step, coalesce(person_id, org_id)) where state = 'open';
      create index todo_of_person on todo (person_id, due_at, id) where state = 'open';
      create index todo_of_org on todo (org_id, due_at, id) where state = 'open';
      create index todo_done on todo (done_by, ended_at desc, id) where state = 'done';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table todo, person_post, person_copy');
  }
}
