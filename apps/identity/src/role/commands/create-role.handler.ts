import { Injectable } from '@nestjs/common';
import type { CreateRole, RoleView } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { knownPermissions } from '../../catalogue.js';
import { refusingDuplicate } from '../../duplicates.js';
import { assertPlatformWide } from '../../reach.js';
import { Role } from '../role.entity.js';
import { roleView } from '../role.view.js';

/** 新建角色. A role by itself gives nobody anything. */
@Injectable()
export class CreateRoleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ code, name, description, permissions }: CreateRole, ctx: Ctx): Promise<RoleView> {
    assertPlatformWide(ctx.actor, 'identity.role.write');
    const known = knownPermissions(permissions);
    return this.unitOfWork.run(ctx, async (tx) => {
      const role = Role.define({ code, name, description, permissions: known });
      await refusingDuplicate({ role_code: new DomainError('identity.role.code_taken', { code }) }, () => tx.save(role));
      return roleView(tx.manager, role.id);
    });
  }
}
