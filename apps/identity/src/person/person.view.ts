import type { PersonGrant, PersonRow, PersonState, PersonView } from '@karez/contracts-identity';
import type { Permission } from '@karez/contracts-kernel';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import { type Actor, DomainError } from '@karez/kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { reaching } from '../reach.js';
import { Person } from './person.entity.js';
import { currentPosts } from './post.js';

/** Adds what a row of people shows to a query over `person`. */
export function selectPersonRow<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return query
    .select(['person.id as id', 'person.account as account', 'person.name as name', 'person.state as state'])
    .addSelect([
      'post.org_id as org_id',
      'home.name as org_name',
      'post.title as title',
      'credential.last_signed_in_at as last_signed_in_at',
    ])
    .leftJoin('post', 'post', 'post.person_id = person.id and post.is_primary and post.valid_to is null')
    .leftJoin('org', 'home', 'home.id = post.org_id')
    .leftJoin('credential', 'credential', 'credential.subject_id = person.id');
}

export function toPersonRow(raw: Record<string, unknown>): PersonRow {
  const row = raw as {
    id: string;
    account: string;
    name: string;
    state: PersonState;
    org_id: string | null;
    org_name: string;
    title: string;
    last_signed_in_at: Date | null;
  };
  return {
    ...{ id: row.id, account: row.account, name: row.name, state: row.state },
    ...(row.org_id ? { orgId: row.org_id, orgName: row.org_name, title: row.title } : {}),
    ...(row.last_signed_in_at ? { lastSignedInAt: row.last_signed_in_at.toISOString() } : {}),
  };
}

/** People whom the actor reaches with a permission through any post they hold now. `person` is the alias of the table. */
export function peopleInReach(actor: Actor, permission: Permission): SqlPredicate {
  const { sql, params } = scopeSql(actor, permission, { org: 'held.org_id', person: 'held.person_id' });
  return { sql: `person.id in (select held.person_id from post held where held.valid_to is null and ${sql})`, params };
}

/** @throws DomainError `not_found` for another body's people as for nobody */
export async function assertSeesPerson(manager: EntityManager, actor: Actor, personId: string): Promise<void> {
  const { sql, params } = peopleInReach(actor, 'identity.person.read');
  const query = manager
    .createQueryBuilder()
    .select('1', 'one')
    .from('person', 'person')
    .where('person.id = :personId', { personId })
    .andWhere(sql, params);
  if (!(await query.getRawOne<object>())) throw new DomainError('not_found', { id: personId });
}

/** One person with posts and grants, and what the caller may do here. */
export async function personView(manager: EntityManager, actor: Actor, personId: string): Promise<PersonView> {
  const person = await manager.findOneByOrFail(Person, { id: personId });
  const row = await selectPersonRow(manager.createQueryBuilder().from('person', 'person'))
    .where('person.id = :personId', { personId })
    .getRawOne<Record<string, unknown>>();
  const [{ enrolled }] = await manager.query<[{ enrolled: boolean }]>(
    'select exists(select 1 from totp_factor where person_id = $1 and confirmed_at is not null) as enrolled',
    [personId],
  );
  return {
    ...toPersonRow(row!),
    ...(person.mobile ? { mobile: person.mobile } : {}),
    ...(person.email ? { email: person.email } : {}),
    ...{
      posts: await currentPosts(manager, personId),
      grants: await grants(manager, personId),
      factorEnrolled: enrolled,
      version: person.version,
    },
    acts: await actsOn(manager, actor, person),
  };
}

async function grants(manager: EntityManager, personId: string): Promise<PersonGrant[]> {
  return manager.query<PersonGrant[]>(
    `select granted.id, granted.post_id as "postId", granted.role_id as "roleId", role.name as "roleName", granted.scope,
       coalesce((select array_agg(org.name order by org.position) from org where org.id = any(granted.org_ids)), '{}') as "orgNames"
     from role_grant granted join post on post.id = granted.post_id join role on role.id = granted.role_id
     where post.person_id = $1 and post.valid_to is null and granted.ended_at is null order by granted.id`,
    [personId],
  );
}

async function actsOn(manager: EntityManager, actor: Actor, { id, homeOrgId, state }: Person): Promise<string[]> {
  const mine = await reaching(manager, actor, { orgId: homeOrgId, personId: id }, [
    'identity.person.write',
    'identity.person.disable',
    'identity.role.grant',
  ]);
  const self = actor.id === id;
  return [
    ...(mine.includes('identity.person.write') ? ['edit'] : []),
    ...(mine.includes('identity.person.disable') && !self
      ? [state === 'active' ? 'disable' : 'enable', ...(state === 'active' ? ['reset_password'] : [])]
      : []),
    ...(mine.includes('identity.role.grant') && !self && state === 'active' ? ['grant'] : []),
  ];
}
