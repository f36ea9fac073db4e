import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything of identity's first version. Texts that are sorted or searched by prefix are compared byte by byte (collation "C"). */
export class IdentityTables1764000100000 implements MigrationInterface {
  name = 'IdentityTables1764000100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(organisations);
    await db.query(people);
    await db.query(roles);
    await db.query(signingIn);
    await db.query(applicantsAndClients);
    await db.query(notes);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table audit_entry, notification, client_assertion_jti, client_key, client, applicant_code, applicant, signing_key, attempt,
        session_change, refresh_token, session, recovery_code, totp_factor, credential, role_grant, role, post, person_term, person,
        org_history, org_term, org_closure, org_relation, org;
      drop function audit_entry_is_append_only();`);
  }
}

const organisations = `
  create table org (
    id uuid primary key,
    name text not null, short_name text, name_en text,
    kind varchar(24) not null,
    division_code varchar(6), credit_code varchar(18),
    parent_id uuid references org,
    position int not null,
    name_sort text collate "C" not null,
    valid_from date not null, abolished_on date,
    version int not null, event_sequence int not null);
  create unique index org_name on org (parent_id, name) where abolished_on is null;
  create unique index org_credit_code on org (credit_code) where abolished_on is null;
  create index org_parent on org (parent_id, position, id);
  create index org_by_position on org (position, id);
  create index org_by_name on org (name_sort, id);
  create table org_term (
    term text collate "C" not null, org_id uuid not null references org,
    primary key (term, org_id));
  create index org_term_org on org_term (org_id);

  create table org_relation (
    id uuid primary key,
    kind varchar(16) not null check (kind in ('administrative', 'guidance', 'basin', 'internal')),
    parent_id uuid not null references org, child_id uuid not null references org,
    valid_from date not null, valid_to date,
    check (parent_id <> child_id));
  create unique index org_relation_current on org_relation (child_id, kind, parent_id) where valid_to is null;
  create unique index org_relation_one_line on org_relation (child_id) where valid_to is null and kind in ('administrative', 'internal');
  create index org_relation_below on org_relation (parent_id) where valid_to is null;
  create table org_closure (
    relation varchar(10) not null check (relation in ('line', 'basin', 'guidance')),
    ancestor_id uuid not null references org, descendant_id uuid not null references org,
    primary key (relation, ancestor_id, descendant_id));
  create index org_closure_up on org_closure (descendant_id, relation, ancestor_id);

  create table org_history (
    id uuid primary key, org_id uuid not null references org,
    effective_on date not null, recorded_at timestamptz not null,
    act varchar(16) not null, text text not null, by_id text not null, by_name text not null);
  create index org_history_org on org_history (org_id, effective_on, id);
`;

const people = `
  create table person (
    id uuid primary key,
    account varchar(32) collate "C" not null unique,
    name text not null, name_sort text collate "C" not null,
    mobile text, email text,
    state varchar(12) not null check (state in ('active', 'disabled')),
    disabled_reason text,
    home_org_id uuid not null references org,
    created_at timestamptz not null,
    version int not null, event_sequence int not null);
  create index person_by_name on person (name_sort, id);
  create index person_by_age on person (created_at, id);
  create index person_home on person (home_org_id);
  create table person_term (
    term text collate "C" not null, person_id uuid not null references person,
    primary key (term, person_id));
  create index person_term_person on person_term (person_id);

  create table post (
    id uuid primary key, person_id uuid not null references person, org_id uuid not null references org,
    title text not null, is_primary boolean not null,
    valid_from date not null, valid_to date);
  create unique index post_primary on post (person_id) where valid_to is null and is_primary;
  create index post_person on post (person_id) where valid_to is null;
  create index post_org on post (org_id, person_id) where valid_to is null;
`;

const roles = `
  create table role (
    id uuid primary key,
    code varchar(40) collate "C" not null,
    name text not null, name_sort text collate "C" not null, description text,
    built_in boolean not null,
    admin_class varchar(12) check (admin_class in ('system', 'security', 'audit')),
    permissions text[] not null,
    removed_at timestamptz,
    version int not null, event_sequence int not null);
  create unique index role_code on role (code) where removed_at is null;
  create index role_by_name on role (name_sort, id);
  create table role_grant (
    id uuid primary key, post_id uuid not null references post, role_id uuid not null references role,
    scope varchar(16) not null check (scope in ('self', 'unit', 'unit_and_below', 'listed', 'basin', 'all')),
    org_ids uuid[] not null,
    granted_at timestamptz not null, granted_by text not null,
    ended_at timestamptz, ended_by text);
  create unique index role_grant_once on role_grant (post_id, role_id) where ended_at is null;
  create index role_grant_role on role_grant (role_id, id) where ended_at is null;
`;

const signingIn = `
  -- staff and applicants alike; hash is a PHC string of argon2id
  create table credential (
    subject_id uuid primary key,
    hash text not null, earlier text[] not null,
    changed_at timestamptz not null, must_change boolean not null,
    last_signed_in_at timestamptz);
  create table totp_factor (
    person_id uuid primary key references person,
    secret bytea not null, last_step bigint not null,
    created_at timestamptz not null, confirmed_at timestamptz);
  create table recovery_code (
    person_id uuid not null references person, hash bytea not null, used_at timestamptz,
    primary key (person_id, hash));

  create table session (
    id uuid primary key,
    realm varchar(12) not null check (realm in ('staff', 'applicant', 'service')),
    subject_id uuid not null, post_id uuid references post,
    started_at timestamptz not null, last_seen_at timestamptz not null, ends_at timestamptz not null,
    ended_at timestamptz, end_reason varchar(24),
    stepped_up_at timestamptz, address text, user_agent text,
    version int not null, event_sequence int not null);
  create index session_open on session (subject_id) where ended_at is null;
  create index session_place on session (subject_id, address, started_at);
  create index session_post on session (post_id) where ended_at is null;
  create index session_end on session (ends_at);
  create table refresh_token (
    hash bytea primary key, session_id uuid not null references session on delete cascade,
    issued_at timestamptz not null, expires_at timestamptz not null, consumed_at timestamptz);
  create index refresh_token_session on refresh_token (session_id);
  -- "at" is the moment of writing, not of the transaction's start: see session-changes.ts
  create table session_change (
    id bigint generated always as identity primary key,
    session_id uuid not null, ended boolean not null, at timestamptz not null default clock_timestamp());
  create index session_change_at on session_change (at);

  create table attempt (
    kind varchar(12) not null, key text not null,
    failures int not null, last_at timestamptz not null,
    primary key (kind, key));
  create index attempt_age on attempt (last_at);
  create table signing_key (
    kid text primary key, public_jwk jsonb not null, private_sealed bytea not null,
    created_at timestamptz not null, signs_from timestamptz not null, retired_at timestamptz);
`;

const applicantsAndClients = `
  create table applicant (
    id uuid primary key,
    kind varchar(8) not null check (kind in ('person', 'company')),
    name text not null, phone varchar(11) not null unique, credit_code varchar(18) unique,
    state varchar(12) not null check (state in ('active', 'disabled')),
    created_at timestamptz not null,
    version int not null, event_sequence int not null,
    check ((kind = 'company') = (credit_code is not null)));
  create table applicant_code (
    id uuid primary key, phone varchar(11) not null, hash bytea not null,
    sent_at timestamptz not null, expires_at timestamptz not null,
    tries int not null default 0, used_at timestamptz);
  create index applicant_code_phone on applicant_code (phone, sent_at);

  create table client (
    id uuid primary key, name text not null, org_id uuid not null references org,
    state varchar(12) not null check (state in ('active', 'disabled')),
    permissions text[] not null, scope varchar(16) not null check (scope in ('unit', 'unit_and_below')),
    created_at timestamptz not null, last_signed_in_at timestamptz,
    version int not null, event_sequence int not null);
  create index client_org on client (org_id);
  create table client_key (
    client_id uuid not null references client, thumbprint text not null,
    public_jwk jsonb not null, created_at timestamptz not null,
    primary key (client_id, thumbprint));
  create table client_assertion_jti (
    client_id uuid not null, jti text not null, expires_at timestamptz not null,
    primary key (client_id, jti));
  create index client_assertion_jti_age on client_assertion_jti (expires_at);
`;

const notes = `
  create table notification (
    id uuid primary key, person_id uuid not null references person,
    kind varchar(32) not null, params jsonb not null,
    at timestamptz not null, read_at timestamptz);
  create index notification_person on notification (person_id, id);
  create index notification_unread on notification (person_id) where read_at is null;

  create table audit_entry (
    id uuid primary key, at timestamptz not null, collected_at timestamptz not null default now(),
    service varchar(40) not null, operation text not null, summary text not null,
    realm varchar(12) not null, actor_id text not null, actor_name text not null,
    org_id uuid, org_name text, post_id uuid, session_id uuid, address text,
    command_id text not null, targets text[] not null,
    outcome varchar(8) not null check (outcome in ('done', 'refused')), code text, trace text not null);
  create index audit_entry_at on audit_entry (at, id);
  create index audit_entry_actor on audit_entry (actor_id, at, id);
  create index audit_entry_operation on audit_entry (operation, at, id);
  create index audit_entry_org on audit_entry (org_id, at, id);

  -- Append only, for the owner of the table too: whoever would change history first has to change the schema, which is seen.
  create function audit_entry_is_append_only() returns trigger language plpgsql as $$
    begin raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege'; end $$;
  create trigger audit_entry_no_change before update or delete on audit_entry for each row execute function audit_entry_is_append_only();
  create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function audit_entry_is_append_only();
  do $$
    declare role_name text;
    begin
      for role_name in
        select distinct grantee from information_schema.role_table_grants
        where table_schema = current_schema() and table_name = 'audit_entry' and grantee <> current_user and grantee <> 'PUBLIC'
      loop
        execute format('revoke update, delete, truncate, references, trigger on audit_entry from %I', role_name);
      end loop;
    end $$;
`;
