import type { DirectoryRow, ListDirectory, ListOrgs, OrgRow } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import type { Actor } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { DataSource } from 'typeorm';
import { namedScope } from '../reach.js';
import { searchPattern } from '../reading.js';
import { selectOrgRow, toOrgRow } from './org.view.js';

const orders: Record<string, Order> = {
  order: {
    by: [
      { sql: 'org.position', cast: 'int' },
      { sql: 'org.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
  name: {
    by: [
      { sql: 'org.name_sort', cast: 'text' },
      { sql: 'org.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
};
const matching = 'org.id in (select found.org_id from org_term found where found.term like :pattern)';

/** The bodies that the caller may see. */
export function listOrgs(source: DataSource, request: ListOrgs, actor: Actor): Promise<Page<OrgRow>> {
  const { q, kind, parentId, tops, abolished } = request;
  const { sql, params } = scopeSql(actor, 'identity.org.read', { org: 'org.id' });
  const query = selectOrgRow(source.createQueryBuilder().from('org', 'org')).where(sql, params);
  query.andWhere(abolished ? 'org.abolished_on is not null' : 'org.abolished_on is null');
  if (q) query.andWhere(matching, { pattern: searchPattern(q) });
  if (kind) query.andWhere('org.kind = :kind', { kind });
  if (parentId) query.andWhere('org.parent_id = :parentId', { parentId });
  if (tops) {
    const above = namedScope('above', actor, 'identity.org.read', { org: 'above.id' });
    query.andWhere(`not exists (select 1 from org above where above.id = org.parent_id and ${above.sql})`, above.params);
  }
  return keysetPage(query, request, { orders, view: toOrgRow });
}

/** What the public may know of the bodies: name, kind, place. */
export function listDirectory(source: DataSource, request: ListDirectory): Promise<Page<DirectoryRow>> {
  const query = selectOrgRow(source.createQueryBuilder().from('org', 'org')).where('org.abolished_on is null');
  if (!request.offices) query.andWhere(`org.kind <> 'office'`);
  if (request.q) query.andWhere(matching, { pattern: searchPattern(request.q) });
  const view = (raw: Record<string, unknown>): DirectoryRow => {
    const { children: _children, ...row } = toOrgRow(raw);
    return row;
  };
  return keysetPage(query, request, { orders, view });
}
