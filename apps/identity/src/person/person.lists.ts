import type { ListPeople, PersonRow } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { DataSource } from 'typeorm';
import { searchPattern } from '../reading.js';
import { peopleInReach, selectPersonRow, toPersonRow } from './person.view.js';

const byName = [
  { sql: 'person.name_sort', cast: 'text' },
  { sql: 'person.id', cast: 'uuid' },
] as const;
const byAccount = [{ sql: 'person.account', cast: 'text' }] as const;
const byAge = [
  { sql: 'person.created_at', cast: 'timestamptz' },
  { sql: 'person.id', cast: 'uuid' },
] as const;
const orders: Record<NonNullable<ListPeople['sort']>, Order> = {
  name: { by: byName, direction: 'asc' },
  '-name': { by: byName, direction: 'desc' },
  account: { by: byAccount, direction: 'asc' },
  '-account': { by: byAccount, direction: 'desc' },
  '-created': { by: byAge, direction: 'desc' },
};
const below = `at.org_id in (select place.descendant_id from org_closure place where place.relation = 'line' and place.ancestor_id = :orgId)`;

/** People whom the caller may see, through whichever post. */
export function listPeople(source: DataSource, request: ListPeople, actor: Actor): Promise<Page<PersonRow>> {
  const { q, orgId, state } = request;
  const reach = peopleInReach(actor, 'identity.person.read');
  const query = selectPersonRow(source.createQueryBuilder().from('person', 'person')).where(reach.sql, reach.params);
  if (q)
    query.andWhere('person.id in (select found.person_id from person_term found where found.term like :pattern)', {
      pattern: searchPattern(q),
    });
  if (state) query.andWhere('person.state = :state', { state });
  if (orgId) {
    const place = request.below ? below : 'at.org_id = :orgId';
    query.andWhere(`person.id in (select at.person_id from post at where at.valid_to is null and ${place})`, { orgId });
  }
  return keysetPage(query, request, { orders, view: toPersonRow });
}
