/**
 * For a migration of a service that reacts to changes of bodies (`OrgCopy` of `@karez/service`): creates what it keeps, or adds what an
 * older installation's tables lack; rows that stood before stay, with empty texts until identity tells of the body again.
 * `org_copy`: the bodies as identity last told of them; `abolished_on` is the first day on which the body is no more.
 * `org_closure`: who reaches whom, read by `scopeSql`, with relation `line` or `basin`; each body reaches itself.
 */
export async function createOrgCopy(db: { query(sql: string): Promise<unknown> }): Promise<void> {
  await db.query(`
    create table if not exists org_copy (id uuid primary key, parent_id uuid);
    alter table org_copy
      add column if not exists name text not null default '',
      add column if not exists short_name text,
      add column if not exists kind varchar(24) not null default '',
      add column if not exists division_code varchar(6),
      add column if not exists abolished_on date,
      add column if not exists successor_id uuid,
      add column if not exists basin_ids uuid[] not null default '{}';
    create index if not exists org_copy_parent on org_copy (parent_id);
    create index if not exists org_copy_basin on org_copy using gin (basin_ids);

    create table if not exists org_closure (
      relation varchar(8) not null, ancestor_id uuid not null, descendant_id uuid not null,
      primary key (relation, ancestor_id, descendant_id));
    create index if not exists org_closure_descendant on org_closure (relation, descendant_id);
  `);
}
