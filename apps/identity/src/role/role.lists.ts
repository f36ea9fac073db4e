import type { GrantRow, ListGrants, ListRoles, RoleRow } from '@karez/contracts-identity';
import type { DataScope, Page } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import type { Actor } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { DataSource } from 'typeorm';
import { selectRoleRow, toRoleRow } from './role.view.js';

const roleOrders: Record<string, Order> = {
  name: {
    by: [
      { sql: 'role.name_sort', cast: 'text' },
      { sql: 'role.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
  code: { by: [{ sql: 'role.code', cast: 'text' }], direction: 'asc' },
};

/** Roles belong to the platform, not to a body: whoever may see roles sees all of them. */
export function listRoles(source: DataSource, request: ListRoles): Promise<Page<RoleRow>> {
  const query = selectRoleRow(source.createQueryBuilder().from('role', 'role')).where('role.removed_at is null');
  if (request.q) query.andWhere('(strpos(role.name, :q) > 0 or strpos(role.code, lower(:q)) > 0)', { q: request.q });
  return keysetPage(query, request, { orders: roleOrders, view: toRoleRow });
}

const grantOrders: Record<string, Order> = { order: { by: [{ sql: 'granted.id', cast: 'uuid' }], direction: 'asc' } };

/** Whom a role was granted to, as far as the caller reaches the body of the post. */
export function listGrants(source: DataSource, request: ListGrants, actor: Actor): Promise<Page<GrantRow>> {
  const { sql, params } = scopeSql(actor, 'identity.role.read', { org: 'post.org_id', person: 'post.person_id' });
  const query = source
    .createQueryBuilder()
    .select([
      'granted.id as id',
      'person.id as person_id',
      'person.name as person_name',
      'org.name as org_name',
      'post.title as title',
      'granted.scope as scope',
    ])
    .from('role_grant', 'granted')
    .innerJoin('post', 'post', 'post.id = granted.post_id and post.valid_to is null')
    .innerJoin('person', 'person', 'person.id = post.person_id')
    .innerJoin('org', 'org', 'org.id = post.org_id')
    .where('granted.role_id = :roleId and granted.ended_at is null', { roleId: request.roleId })
    .andWhere(sql, params);
  return keysetPage(query, request, { orders: grantOrders, view: toGrantRow });
}

function toGrantRow(raw: Record<string, unknown>): GrantRow {
  const row = raw as { id: string; person_id: string; person_name: string; org_name: string; title: string; scope: DataScope };
  return { id: row.id, personId: row.person_id, personName: row.person_name, orgName: row.org_name, title: row.title, scope: row.scope };
}
