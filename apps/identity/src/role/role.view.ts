import type { RoleRow, RoleView } from '@karez/contracts-identity';
import { DomainError } from '@karez/kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Role } from './role.entity.js';

const grantCount = '(select count(*)::int from role_grant where role_grant.role_id = role.id and role_grant.ended_at is null)';

/** Adds what a row of roles shows to a query over `role`. */
export function selectRoleRow<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return query
    .select(['role.id as id', 'role.code as code', 'role.name as name', 'role.description as description', 'role.built_in as built_in'])
    .addSelect('cardinality(role.permissions)', 'permission_count')
    .addSelect(grantCount, 'grant_count');
}

export function toRoleRow(raw: Record<string, unknown>): RoleRow {
  const row = raw as {
    id: string;
    code: string;
    name: string;
    description: string | null;
    built_in: boolean;
    permission_count: number;
    grant_count: number;
  };
  return {
    ...{
      id: row.id,
      code: row.code,
      name: row.name,
      builtIn: row.built_in,
      permissionCount: row.permission_count,
      grantCount: row.grant_count,
    },
    ...(row.description ? { description: row.description } : {}),
  };
}

/** @throws DomainError `not_found` */
export async function roleView(manager: EntityManager, roleId: string): Promise<RoleView> {
  const role = await manager.findOneBy(Role, { id: roleId });
  if (!role || role.removedAt) throw new DomainError('not_found', { id: roleId });
  const row = await selectRoleRow(manager.createQueryBuilder().from('role', 'role'))
    .where('role.id = :roleId', { roleId })
    .getRawOne<Record<string, unknown>>();
  return { ...toRoleRow(row!), permissions: [...role.permissions], version: role.version };
}
