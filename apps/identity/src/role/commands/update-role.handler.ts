import { Injectable } from '@nestjs/common';
import type { RoleView, UpdateRole } from '@karez/contracts-identity';
import type { Permission } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { knownPermissions } from '../../catalogue.js';
import { assertPlatformWide } from '../../reach.js';
import { authorityChanged } from '../../session/session-changes.js';
import { assertWithinOwn } from '../own-limits.js';
import { Role } from '../role.entity.js';
import { roleView } from '../role.view.js';

interface Holder {
  readonly postId: string;
  readonly personId: string;
}

/** 修改角色. Adding a permission to a role that people hold is granting it to them, and follows the rules of granting. */
@Injectable()
export class UpdateRoleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ roleId, name, description, permissions: wanted, version }: UpdateRole, ctx: Ctx): Promise<RoleView> {
    assertPlatformWide(ctx.actor, 'identity.role.write');
    const permissions = knownPermissions(wanted);
    return this.unitOfWork.run(ctx, async (tx) => {
      const role = await tx.load(Role, roleId);
      role.assertStanding();
      const holders = await holdersOf(tx, roleId);
      const added = permissions.filter((permission) => !role.permissions.includes(permission));
      if (added.length && holders.length) await this.#assertMayAdd(tx, added, holders);
      role.redefine({ name, description, permissions }, version);
      await tx.save(role);
      await authorityChanged(tx, { postIds: holders.map(({ postId }) => postId) });
      return roleView(tx.manager, roleId);
    });
  }

  async #assertMayAdd(tx: Tx, added: readonly Permission[], holders: readonly Holder[]): Promise<void> {
    const { actor } = tx.ctx;
    if (holders.some(({ personId }) => personId === actor.id)) throw new DomainError('identity.person.self');
    await assertWithinOwn(tx.manager, actor, 'identity.role.grant', { permissions: added, scope: 'all', orgIds: [] });
  }
}

async function holdersOf(tx: Tx, roleId: string): Promise<Holder[]> {
  return tx.manager.query<Holder[]>(
    `select post.id as "postId", post.person_id as "personId" from role_grant join post on post.id = role_grant.post_id
     where role_grant.role_id = $1 and role_grant.ended_at is null and post.valid_to is null`,
    [roleId],
  );
}
