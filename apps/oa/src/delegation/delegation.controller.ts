import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { delegationApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { KeepDelegationHandler } from './commands/keep-delegation.handler.js';
import { DelegationLists } from './delegation.lists.js';

@Controller()
export class DelegationController implements Handlers<typeof delegationApi> {
  constructor(
    private readonly lists: DelegationLists,
    private readonly keep: KeepDelegationHandler,
  ) {}

  @Handles(delegationApi.listDelegations)
  listDelegations(request: contract.ListDelegations, ctx: Ctx): Promise<Page<contract.DelegationView>> {
    return this.lists.page(request, ctx);
  }
  @Handles(delegationApi.grantDelegation)
  grantDelegation(request: contract.GrantDelegation, ctx: Ctx): Promise<contract.DelegationView> {
    return this.keep.grant(request, ctx);
  }
  @Handles(delegationApi.revokeDelegation)
  revokeDelegation(request: contract.DelegationOf, ctx: Ctx): Promise<contract.DelegationView> {
    return this.keep.revoke(request, ctx);
  }
}
