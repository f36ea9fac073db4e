import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers with their numbers and seals, licences, and the working calendar as the office keeps it. */
export class ApprovalPapers1795780000000 implements MigrationInterface {
  name = 'ApprovalPapers1795780000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- one row for each series and year: whoever takes a number holds it until the commit, and a rollback gives it back
      create table number_ledger (series text not null, year int not null, last int not null, primary key (series, year));
      create table seal_key (
        key_id text primary key, public_key text not null, wrapped bytea not null, valid_from timestamptz not null, valid_until timestamptz);
      create table case_document (
        id uuid primary key, case_id uuid not null references "case", kind varchar(16) not null, org_id uuid not null,
        applicant_id uuid not null, case_number text not null, number text not null unique, issued_at timestamptz not null,
        verify_code varchar(12) not null unique, facts jsonb not null, seal jsonb not null,
        file_id uuid, digest char(64), paper_seal jsonb, made_at timestamptz,
        check ((file_id is null) = (digest is null) and (file_id is null) = (paper_seal is null) and (file_id is null) = (made_at is null)));
      create index case_document_of on case_document (case_id, issued_at, id);
      create table licence (
        id uuid primary key, version int not null, event_sequence int not null, case_id uuid not null references "case",
        document_id uuid not null unique references case_document, org_id uuid not null, applicant_id uuid not null,
        item_code varchar(40) not null, item_name text not null, name text not null, number text not null unique, holder_name text not null,
        -- days as YYYY-MM-DD: they sort as they are, in no time zone
        valid_from char(10) collate "C" not null, valid_until char(10) collate "C" not null,
        particulars jsonb not null, verify_code varchar(12) not null,
        issued_at timestamptz not null, revoked_at timestamptz, revoked_reason text, reminded_at timestamptz,
        check ((revoked_at is null) = (revoked_reason is null)), check (valid_until >= valid_from));
      create index licence_by_issue on licence (issued_at, id);
      create index licence_by_end on licence (valid_until, id);
      create index licence_of_applicant on licence (applicant_id, issued_at, id);
      create index licence_to_remind on licence (valid_until) where revoked_at is null and reminded_at is null;
      create index case_by_decision on "case" (decided_at, id) where decided_at is not null;
      create table calendar_year (
        year int primary key, version int not null, status varchar(12) not null check (status in ('published', 'provisional')),
        source text not null, days jsonb not null, changed_at timestamptz not null);
      -- how a procedure was drawn, as it came; versions that were not drawn have none
      create table procedure_drawing (
        code text not null, version int not null, xml text not null, primary key (code, version),
        foreign key (code, version) references workflow_procedure (code, version));
    `);
    await db.query(neverChanged);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index case_by_decision');
    await db.query('drop table procedure_drawing, calendar_year, licence, case_document, seal_key, number_ledger');
  }
}

/** What was issued stands as it was: the service's role may give a paper its file and a licence its end, and change nothing else. */
const neverChanged = `
  do $$
    declare held record;
    begin
      for held in
        select distinct table_name, grantee from information_schema.role_table_grants
        where table_schema = current_schema() and table_name in ('case_document', 'licence', 'seal_key', 'procedure_drawing')
          and grantee <> current_user and grantee <> 'PUBLIC'
      loop
        execute format('revoke update, delete, truncate, references, trigger on %I from %I', held.table_name, held.grantee);
        if held.table_name = 'case_document' then
          execute format('grant update (file_id, digest, paper_seal, made_at) on case_document to %I', held.grantee);
        elsif held.table_name = 'licence' then
          execute format('grant update (version, event_sequence, revoked_at, revoked_reason, reminded_at) on licence to %I', held.grantee);
        end if;
      end loop;
    end $$;`;
