import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every person is told of again with posts and contacts: other services keep copies from these events, and older ones had neither. */
export class PeopleAreIntroduced1795783300000 implements MigrationInterface {
  name = 'PeopleAreIntroduced1795783300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(tellAgain);
  }

  async down(): Promise<void> {
    // what was told stays told: an older service leaves out what it does not know
  }
}

const tellAgain = `
  with told as (update person set event_sequence = event_sequence + 1 returning *), event as (
    select told.*, gen_random_uuid() as event_id from told)
  insert into outbox (id, subject, aggregate, aggregate_id, sequence, envelope)
  select event_id, 'evt.identity.person-changed.v1', 'person', id::text, event_sequence, json_build_object(
    'id', event_id, 'subject', 'evt.identity.person-changed.v1', 'producer', 'identity', 'aggregate', 'person', 'aggregateId', id,
    'sequence', event_sequence, 'occurredAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'trace', '00-' || replace(event_id::text, '-', '') || '-' || left(replace(gen_random_uuid()::text, '-', ''), 16) || '-00',
    'audience', json_build_object('personIds', json_build_array(id)),
    'data', json_build_object(
      'personId', id, 'name', name, 'state', state, 'account', account, 'nameSort', name_sort, 'mobile', mobile, 'email', email,
      'posts', (
        select coalesce(json_agg(json_build_object('orgId', org_id, 'title', title, 'primary', is_primary)
          order by is_primary desc, valid_from, post.id), '[]')
        from post where person_id = event.id and valid_to is null)))
  from event`;
