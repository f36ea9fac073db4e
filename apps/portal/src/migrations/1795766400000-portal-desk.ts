import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What citizens send in: letters, disclosure requests, voices on consultations and surveys; and the working calendar they are answered by. */
export class PortalDesk1795766400000 implements MigrationInterface {
  name = 'PortalDesk1795766400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(shared);
    await db.query(letters);
    await db.query(disclosureRequests);
    await db.query(hearings);
    await db.query(missingText);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table voice, hearing, disclosure_request, letter_step, letter, sent_today, calendar_year');
    await db.query('drop sequence receipt_serial');
    await db.query(`delete from word where list = 'banned' and word = '正文待补录'`);
  }
}

const shared = `
  create table calendar_year (
    year int primary key, version int not null, status varchar(12) not null check (status in ('published', 'provisional')), source text not null,
    days jsonb not null);
  create sequence receipt_serial;
  -- how often one address has sent something in on one day; the address itself is not kept
  create table sent_today (day date not null, sender bytea not null, times int not null, primary key (day, sender));
`;
const letters = `
  create table letter (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(12) not null check (state in ('received', 'routed', 'drafted', 'answered', 'closed')),
    site_id uuid not null references site, desk_id uuid not null, org_id uuid not null,
    receipt char(18) not null unique, check_hash bytea not null,
    kind varchar(16) not null, letter_class varchar(12) not null, subject text not null, text text not null,
    name text not null, phone text, address text, may_publish boolean not null,
    received_at timestamptz not null, due_at timestamptz not null, due_provisional boolean not null,
    reply text, reply_by uuid, reply_by_name text, returned_for text, answered_at timestamptz, published boolean not null, closed_reason text,
    satisfaction int check (satisfaction between 1 and 5),
    check (state not in ('drafted', 'answered') or (reply is not null and reply_by is not null)),
    check ((state = 'answered') = (answered_at is not null)),
    check (not published or (may_publish and state = 'answered')));
  create index letter_due on letter ((case when state in ('answered', 'closed') then 1 else 0 end), due_at, id);
  create index letter_received on letter (received_at desc, id desc);
  create index letter_org on letter (org_id);
  create index letter_desk on letter (desk_id);
  create index letter_unanswered on letter (site_id, received_at) where state not in ('answered', 'closed');
  create index letter_public on letter (site_id, answered_at desc, id desc) where published;
  create index letter_public_kind on letter (site_id, kind, answered_at desc, id desc) where published;
  create table letter_step (
    id bigint generated always as identity primary key, letter_id uuid not null references letter, what varchar(12) not null, at timestamptz not null,
    org_id uuid not null, by_name text);
  create index letter_step_letter on letter_step (letter_id, id);
`;
const disclosureRequests = `
  create table disclosure_request (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(12) not null check (state in ('received', 'correcting', 'consulting', 'drafted', 'answered', 'abandoned')),
    site_id uuid not null references site, org_id uuid not null,
    receipt char(18) not null unique, check_hash bytea not null,
    applicant_kind varchar(12) not null, name text not null, identity_number char(18) not null, phone text not null, address text,
    information text not null, purpose text, form varchar(12) not null,
    received_at timestamptz not null, ledger jsonb not null, due_at timestamptz, due_provisional boolean not null,
    correction_asked text, extended_by int, extension_reason text, consulted text,
    answer_kind varchar(16), answer text, ground text, answer_by uuid, returned_for text, answered_at timestamptz, abandoned_for text,
    check (state not in ('received', 'drafted') or due_at is not null),
    check (state <> 'answered' or (answer_kind is not null and answer is not null)),
    check ((state = 'answered') = (answered_at is not null)),
    check (extended_by is null or extended_by between 1 and 20));
  create index disclosure_request_due on disclosure_request (
    (case when state in ('answered', 'abandoned') then 1 else 0 end), (coalesce(due_at, 'infinity'::timestamptz)), id);
  create index disclosure_request_org on disclosure_request (org_id);
  create index disclosure_request_open on disclosure_request (site_id, due_at) where state not in ('answered', 'abandoned');
`;
const hearings = `
  create table hearing (
    id uuid primary key, version int not null, event_sequence int not null,
    state varchar(12) not null check (state in ('draft', 'open', 'closed', 'reported', 'discarded')),
    site_id uuid not null references site, org_id uuid not null, kind varchar(12) not null check (kind in ('consultation', 'survey')),
    title text not null, text text not null, questions jsonb not null, created_at timestamptz not null,
    opens_at timestamptz, closes_at timestamptz not null, closed_at timestamptz, voices int, results jsonb not null,
    result text, adopted int, reported_at timestamptz,
    check ((state = 'reported') = (result is not null)),
    check (state in ('draft', 'discarded') or opens_at is not null));
  create index hearing_created on hearing (created_at desc, id desc);
  create index hearing_org on hearing (org_id);
  create index hearing_public on hearing (site_id, opens_at desc, id desc) where state in ('open', 'closed', 'reported');
  create table voice (
    id uuid primary key, hearing_id uuid not null references hearing, at timestamptz not null, sender bytea,
    name text, contact text, text text, answers jsonb,
    constraint voice_once unique (hearing_id, sender));
  create index voice_hearing on voice (hearing_id, at desc, id desc);
`;
// an official document tells its title, not its text: the word check keeps such a draft from the public until the text was filled in
const missingText = `
  insert into word (id, version, list, word, note)
    values (gen_random_uuid(), 1, 'banned', '正文待补录', '公文转入的稿件补录正文以后才能发布') on conflict (list, word) do nothing;
`;
