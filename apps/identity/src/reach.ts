import { type Owner, scopeSql, type SqlPredicate } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** As `scopeSql`, with parameters of its own name, for queries that ask for more than one permission. */
export function namedScope(name: string, actor: Actor, permission: Permission, owner: Owner): SqlPredicate {
  const { sql, params } = scopeSql(actor, permission, owner);
  const renamed = Object.entries(params).map(([key, value]) => [`${name}_${key}`, value] as const);
  return { sql: sql.replaceAll(':scope_', `:${name}_scope_`), params: Object.fromEntries(renamed) };
}

/** Which of some permissions the actor has over one body, or over one person at home in it. */
export async function reaching<P extends Permission>(
  manager: EntityManager,
  actor: Actor,
  at: { orgId: string; personId?: string },
  permissions: readonly P[],
): Promise<P[]> {
  const query = manager.createQueryBuilder().select('1', 'one').from('(select :orgId::uuid as org_id, :personId::uuid as person_id)', 'at');
  query.setParameters({ orgId: at.orgId, personId: at.personId ?? null });
  permissions.forEach((permission, index) => {
    const { sql, params } = namedScope(`p${index}`, actor, permission, { org: 'at.org_id', person: 'at.person_id' });
    query.addSelect(sql, `p${index}`).setParameters(params);
  });
  const row = await query.getRawOne<Record<string, boolean>>();
  return permissions.filter((_, index) => row?.[`p${index}`]);
}

/** Whether the actor holds a permission over everything. */
export const platformWide = (actor: Actor, permission: Permission): boolean =>
  actor.grants.some(({ permissions, scope }) => scope === 'all' && permissions.includes(permission));

/** For what belongs to no body, such as a role. @throws DomainError `auth.out_of_scope` */
export function assertPlatformWide(actor: Actor, permission: Permission): void {
  if (!platformWide(actor, permission)) throw new DomainError('auth.out_of_scope');
}
