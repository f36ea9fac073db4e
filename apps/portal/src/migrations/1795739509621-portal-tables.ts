import { createOrgCopy } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites, columns, articles with their editions, the lists of the word check, and the copy of the bodies. */
export class PortalTables1795739509621 implements MigrationInterface {
  name = 'PortalTables1795739509621';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table site (
        id uuid primary key, version int not null, event_sequence int not null, state varchar(12) not null check (state in ('open', 'closed')),
        code varchar(31) not null unique, org_id uuid not null, parent_id uuid references site,
        name text collate "C" not null, name_en text, name_ug text, description text, domain text not null, id_code char(10) not null, foot text,
        theme jsonb not null);

      create table site_column (
        id uuid primary key, version int not null, event_sequence int not null, state varchar(12) not null check (state in ('open', 'closed')),
        site_id uuid not null references site, code varchar(31) not null, parent_id uuid references site_column,
        name text not null, name_en text, name_ug text, description text, keywords text[] not null, type varchar(16) not null,
        org_id uuid not null, chain jsonb not null, longest_silence int, position int not null, on_home boolean not null,
        unique (site_id, code));

      create table article (
        id uuid primary key, version int not null, event_sequence int not null,
        site_id uuid not null references site, slug varchar(80) not null, org_id uuid not null,
        origin varchar(12) not null, origin_key text unique, index_number text unique, created_at timestamptz not null,
        unique (site_id, slug));
      create sequence disclosure_serial;

      create table edition (
        id uuid primary key, version int not null, event_sequence int not null,
        state varchar(12) not null check (state in ('draft', 'in_review', 'approved', 'scheduled', 'live', 'withdrawn', 'superseded', 'discarded')),
        article_id uuid not null references article, site_id uuid not null, column_id uuid not null references site_column,
        org_id uuid not null, language varchar(5) not null, number int not null,
        title text not null, summary text, body text not null, plain text not null, source text not null, author text,
        keywords text[] not null, disclosure jsonb, translation_reviewed boolean not null, change_note text, removed text[] not null,
        hits jsonb not null, open_hits int not null, chain jsonb not null, steps jsonb not null, writers uuid[] not null, waits_for uuid,
        created_by_name text not null, created_at timestamptz not null, saved_at timestamptz not null, saved_by_name text not null,
        publish_at timestamptz, withdraw_at timestamptz, published_at timestamptz, first_published_at timestamptz, withdrawal jsonb,
        search tsvector,
        unique (article_id, language, number),
        check ((state = 'withdrawn') <= (withdrawal is not null)),
        check (state not in ('live', 'withdrawn') or (published_at is not null and first_published_at is not null)));
      create unique index edition_under_work on edition (article_id, language) where state in ('draft', 'in_review', 'approved', 'scheduled');
      create unique index edition_public on edition (article_id, language) where state in ('live', 'withdrawn');
      create index edition_saved on edition (saved_at desc, id desc);
      create index edition_waits on edition (waits_for) where waits_for is not null;
      create index edition_column on edition (column_id, saved_at desc);
      create index edition_search on edition using gin (search) where state = 'live';
      create index edition_disclosed on edition (site_id, language, first_published_at desc, id desc) where state = 'live' and disclosure is not null;

      create table listing (
        place_id uuid not null, language varchar(5) not null, listed_at timestamptz not null, edition_id uuid not null references edition,
        primary key (place_id, language, listed_at, edition_id));
      create index listing_edition on listing (edition_id);

      create table article_log (
        id bigint generated always as identity primary key, article_id uuid not null references article, edition_id uuid,
        what varchar(24) not null, by_id text not null, by_name text not null, at timestamptz not null, details jsonb not null);
      create index article_log_article on article_log (article_id, id);

      create table word (
        id uuid primary key, version int not null, list varchar(16) not null, word text collate "C" not null, suggestion text, note text,
        unique (list, word));
      create table portal_secret (name text primary key, value text not null);
      insert into portal_secret values ('preview', gen_random_uuid()::text || gen_random_uuid()::text),
        ('codes', gen_random_uuid()::text || gen_random_uuid()::text);
    `);
    await createOrgCopy(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table word, portal_secret, article_log, listing, edition, article, site_column, site, org_copy, org_closure');
    await db.query('drop sequence disclosure_serial');
  }
}
