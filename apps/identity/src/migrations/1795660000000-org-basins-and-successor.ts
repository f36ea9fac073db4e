import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A body says of itself which basins it stands under and which body succeeded it, and every body is told of again, with both. */
export class OrgBasinsAndSuccessor1795660000000 implements MigrationInterface {
  name = 'OrgBasinsAndSuccessor1795660000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table org add column basin_ids uuid[] not null default '{}', add column successor_id uuid references org;
      update org set basin_ids = array(
        select parent_id from org_relation where child_id = org.id and kind = 'basin' and valid_to is null order by parent_id);
    `);
    await db.query(tellAgain);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table org drop column basin_ids, drop column successor_id');
  }
}

/** Other services keep copies from these events; without this one they would learn of a basin only when a body changes. */
const tellAgain = `
  with told as (update org set event_sequence = event_sequence + 1 returning *), event as (
    select told.*, gen_random_uuid() as event_id from told)
  insert into outbox (id, subject, aggregate, aggregate_id, sequence, envelope)
  select event_id, 'evt.identity.org-changed.v1', 'org', id::text, event_sequence, json_build_object(
    'id', event_id, 'subject', 'evt.identity.org-changed.v1', 'producer', 'identity', 'aggregate', 'org', 'aggregateId', id,
    'sequence', event_sequence, 'occurredAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'trace', '00-' || replace(event_id::text, '-', '') || '-' || left(replace(gen_random_uuid()::text, '-', ''), 16) || '-00',
    'data', json_build_object(
      'orgId', id, 'name', name, 'kind', kind, 'divisionCode', division_code, 'parentId', parent_id, 'abolishedOn', abolished_on,
      'shortName', short_name, 'basinIds', basin_ids, 'successorId', successor_id))
  from event`;
