import { createOrgCopy } from '@karez/persistence';
import { createWorkflowTables, dropWorkflowTables } from '@karez/workflow';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of items, the cases with the runs of their procedures, and the copy of the tree of bodies that data scopes are measured on. */
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
        published_at timestamptz not null, published_by text not null,
        procedure_version int not null, primary key (item_id, version));
    `);
    await db.query(`
      create table "case" (
        id uuid primary key, version int not null, event_sequence int not null, state varchar(12) not null,
        item_id uuid not null, item_code varchar(40) not null, item_name text not null, item_version int not null, authority text not null,
        org_id uuid not null, number text unique, check_code varchar(6), subject text not null, applicant_kind varchar(8) not null,
        applicant_id uuid not null, applicant_name text not null, contact_phone varchar(11) not null, agent_name text,
        "values" jsonb not null, limits jsonb not null, corrections text[] not null, refusal_reason text, joint boolean not null,
        instance_id uuid, procedure_ended boolean not null, created_at timestamptz not null, submitted_at timestamptz, accepted_at timestamptz,
        decided_at timestamptz, granted boolean, decision_text text, delivered_at timestamptz, rating jsonb,
        supersedes_id uuid, superseded_by_id uuid, lamp_told varchar(8) not null, due_at timestamptz, provisional boolean not null,
        foreign key (item_id, item_version) references item_version (item_id, version),
        check ((number is null) = (submitted_at is null)));
      create index case_of_applicant on "case" (applicant_id, created_at, id);
      create index case_by_due on "case" (coalesce(due_at, 'infinity'), id) where submitted_at is not null;
      create index case_by_submission on "case" (submitted_at, id) where submitted_at is not null;
      create index case_to_watch on "case" (due_at) where state in ('submitted', 'accepted', 'decided') and due_at is not null;
      create index case_by_state on "case" (state) where state in ('submitted', 'accepted', 'suspended', 'decided');

      create table case_material (
        case_id uuid not null references "case", code varchar(40) not null, mode varchar(10) not null, verdict varchar(8) not null,
        remark text, primary key (case_id, code));
      create table case_file (
        case_id uuid not null references "case", code varchar(40) not null, file_id uuid not null, ordinal int not null, name text not null,
        size bigint not null, readable boolean not null, attached_at timestamptz not null, primary key (case_id, code, file_id));
      create table case_event (
        case_id uuid not null references "case", seq int not null, kind varchar(24) not null, at timestamptz not null, text text not null,
        person_name text, org_name text, primary key (case_id, seq));
      -- bodies that take part: whose staff see the case
      create table case_body (case_id uuid not null references "case", org_id uuid not null, primary key (case_id, org_id));
      create index case_body_of on case_body (org_id);
      create table task_lamp (task_id uuid primary key, lamp varchar(8) not null);
      create table progress_attempt (key text primary key, wrong int not null, since timestamptz not null);
    `);
    await createWorkflowTables(db);
    await db.query(`create index workflow_task_done on workflow_task (closed_by_id, opened_at, id) where state in ('done', 'returned')`);
    await createOrgCopy(db);
    await db.query(appendOnly);
  }

  async down(db: QueryRunner): Promise<void> {
    await dropWorkflowTables(db);
    await db.query('drop table progress_attempt, task_lamp, case_body, case_event, case_file, case_material, "case"');
    await db.query('drop table item_version, item, org_copy, org_closure');
  }
}

/** What happened is never changed by the service: its role may add and read, nothing else. */
const appendOnly = `
  do $$
    declare held record;
    begin
      for held in
        select distinct table_name, grantee from information_schema.role_table_grants
        where table_schema = current_schema() and table_name in ('case_event', 'workflow_event', 'item_version')
          and grantee <> current_user and grantee <> 'PUBLIC'
      loop
        execute format('revoke update, delete, truncate, references, trigger on %I from %I', held.table_name, held.grantee);
      end loop;
    end $$;`;
