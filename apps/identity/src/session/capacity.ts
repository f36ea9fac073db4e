import type { DataScope, Permission } from '@karez/contracts-kernel';
import type { Grant } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** One role of one post, as the grant says it. */
export interface GrantedRole extends Grant {
  readonly roleName: string;
}
interface Row {
  readonly roleName: string;
  readonly permissions: Permission[];
  readonly scope: DataScope;
  readonly listed: string[];
  readonly orgId: string;
}

/** What somebody may do in a post: its current grants, each measured from the body it is measured from. */
export async function grantsOf(manager: EntityManager, postId: string | null): Promise<GrantedRole[]> {
  if (!postId) return [];
  const rows = await manager.query<Row[]>(
    `select role.name as "roleName", role.permissions, role_grant.scope, role_grant.org_ids as listed, post.org_id as "orgId"
     from role_grant join role on role.id = role_grant.role_id join post on post.id = role_grant.post_id
     where role_grant.post_id = $1 and role_grant.ended_at is null and post.valid_to is null order by role_grant.id`,
    [postId],
  );
  return rows.map(({ roleName, permissions, scope, listed, orgId }) => ({
    roleName,
    permissions,
    scope,
    orgIds: measuredFrom(scope, orgId, listed),
  }));
}

function measuredFrom(scope: DataScope, postOrgId: string, listed: readonly string[]): readonly string[] {
  switch (scope) {
    case 'unit':
    case 'unit_and_below':
      return [postOrgId];
    case 'listed':
    case 'basin':
      return listed;
    case 'self':
    case 'all':
      return [];
  }
}
