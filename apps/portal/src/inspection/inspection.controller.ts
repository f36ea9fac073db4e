import { Controller } from '@nestjs/common';
import { type GetInspection, inspectionApi, type InspectionBoard } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { Inspection } from './inspection.js';

@Controller()
export class InspectionController implements Handlers<typeof inspectionApi> {
  constructor(private readonly inspection: Inspection) {}

  @Handles(inspectionApi.getInspection)
  getInspection({ siteId }: GetInspection, ctx: Ctx): Promise<InspectionBoard> {
    return this.inspection.of(siteId, ctx);
  }
}
