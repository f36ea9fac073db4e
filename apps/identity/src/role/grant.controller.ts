import { Controller } from '@nestjs/common';
import { type GrantRole, type GrantRow, type ListGrants, type PersonView, roleApi, type WithdrawRole } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { GrantRoleHandler } from './commands/grant-role.handler.js';
import { WithdrawRoleHandler } from './commands/withdraw-role.handler.js';
import { listGrants } from './role.lists.js';

export type GrantOperation = 'listGrants' | 'grantRole' | 'withdrawRole';

/** Roles as they are given to posts. */
@Controller()
export class GrantController implements Handlers<typeof roleApi, GrantOperation> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly grantHandler: GrantRoleHandler,
    private readonly withdrawHandler: WithdrawRoleHandler,
  ) {}

  @Handles(roleApi.listGrants)
  listGrants(request: ListGrants, ctx: Ctx): Promise<Page<GrantRow>> {
    return listGrants(this.dataSource, request, ctx.actor);
  }

  @Handles(roleApi.grantRole)
  grantRole(request: GrantRole, ctx: Ctx): Promise<PersonView> {
    return this.grantHandler.execute(request, ctx);
  }

  @Handles(roleApi.withdrawRole)
  withdrawRole(request: WithdrawRole, ctx: Ctx): Promise<PersonView> {
    return this.withdrawHandler.execute(request, ctx);
  }
}
