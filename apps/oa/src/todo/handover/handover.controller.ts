import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Empty, Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { handoverApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { CycleTimesReading } from './cycle-times.js';
import { HandOverHandler } from './hand-over.handler.js';
import { HandoverLists } from './handover.lists.js';
import { Leavers } from './leavers.js';

@Controller()
export class HandoverController implements Handlers<typeof handoverApi> {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly leavers: Leavers,
    private readonly lists: HandoverLists,
    private readonly handing: HandOverHandler,
    private readonly times: CycleTimesReading,
  ) {}

  @Handles(handoverApi.getStrandedWork)
  async getStrandedWork(_request: Empty, ctx: Ctx): Promise<contract.StrandedWork> {
    return { people: await this.leavers.stranded(this.source.manager, ctx) };
  }
  @Handles(handoverApi.getLeaver)
  getLeaver({ personId }: contract.GetLeaver, ctx: Ctx): Promise<contract.Leaver> {
    return this.leavers.one(this.source.manager, ctx, personId);
  }
  @Handles(handoverApi.listHandovers)
  listHandovers(request: contract.ListHandovers, ctx: Ctx): Promise<Page<contract.HandoverRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(handoverApi.handOver)
  handOver(request: contract.HandOver, ctx: Ctx): Promise<contract.HandoverRow> {
    return this.handing.execute(request, ctx);
  }
  @Handles(handoverApi.getCycleTimes)
  getCycleTimes(request: contract.GetCycleTimes, ctx: Ctx): Promise<contract.CycleTimes> {
    return this.times.of(request, ctx);
  }
}
