import { Injectable } from '@nestjs/common';
import type { RemoveRole } from '@karez/contracts-identity';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { assertPlatformWide } from '../../reach.js';
import { Role } from '../role.entity.js';

/** 删除角色 that was never granted, or whose grants have all been withdrawn. Withdrawn grants keep naming it: it is hidden, not deleted. */
@Injectable()
export class RemoveRoleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ roleId }: RemoveRole, ctx: Ctx): Promise<Empty> {
    assertPlatformWide(ctx.actor, 'identity.role.write');
    return this.unitOfWork.run(ctx, async (tx) => {
      const role = await tx.load(Role, roleId);
      role.assertStanding();
      const [{ current }] = await tx.manager.query<[{ current: number }]>(
        'select count(*)::int as current from role_grant where role_id = $1 and ended_at is null',
        [roleId],
      );
      role.remove(current, ctx.now);
      await tx.save(role);
      return new Empty();
    });
  }
}
