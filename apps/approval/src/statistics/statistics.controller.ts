import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { statisticsApi } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { Statistics } from './statistics.js';

@Controller()
export class StatisticsController implements Handlers<typeof statisticsApi> {
  constructor(private readonly statistics: Statistics) {}

  @Handles(statisticsApi.getStatistics)
  getStatistics(request: contract.GetApprovalStatistics, ctx: Ctx): Promise<contract.ApprovalStatistics> {
    return this.statistics.of(request, ctx);
  }
}
