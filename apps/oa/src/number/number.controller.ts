import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { numberApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { KeepNumbersHandler } from './commands/keep-numbers.handler.js';
import { NumberLists } from './number.lists.js';

/** 文号. */
@Controller()
export class NumberController implements Handlers<typeof numberApi> {
  constructor(
    private readonly lists: NumberLists,
    private readonly keeping: KeepNumbersHandler,
  ) {}

  @Handles(numberApi.listNumberRules)
  listNumberRules(request: contract.ListNumberRules, ctx: Ctx): Promise<contract.NumberRules> {
    return this.lists.rules(request, ctx);
  }
  @Handles(numberApi.listNumbers)
  listNumbers(request: contract.ListNumbers, ctx: Ctx): Promise<Page<contract.NumberEntry>> {
    return this.lists.page(request, ctx);
  }
  @Handles(numberApi.putNumberRule)
  async putNumberRule(request: contract.PutNumberRule, ctx: Ctx): Promise<contract.NumberRules> {
    await this.keeping.putRule(request, ctx);
    return this.lists.rules({ orgId: request.orgId }, ctx);
  }
  @Handles(numberApi.reserveNumbers)
  async reserveNumbers(request: contract.ReserveNumbers, ctx: Ctx): Promise<contract.NumberEntries> {
    const { serials } = await this.keeping.reserve(request, ctx);
    return this.lists.some(request.orgId, request.code, serials, ctx);
  }
  @Handles(numberApi.voidNumber)
  async voidNumber(request: contract.VoidNumber, ctx: Ctx): Promise<contract.NumberEntries> {
    const { serials } = await this.keeping.void(request, ctx);
    return this.lists.some(request.orgId, request.code, serials, ctx, request.year);
  }
}
