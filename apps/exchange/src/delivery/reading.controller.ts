import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { deliveryApi, evidenceApi } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { EvidenceFiles } from '../evidence/evidence-file.js';
import { OpenDeliveryFileHandler } from './commands/open-delivery-file.handler.js';
import { DeliveryViews } from './delivery.views.js';

type Api = typeof deliveryApi & typeof evidenceApi;

/** Looking at deliveries, from either side. */
@Controller()
export class ReadingController implements Handlers<Api, 'getDelivery' | 'openDeliveryFile' | 'getEvidence'> {
  constructor(
    private readonly views: DeliveryViews,
    private readonly open: OpenDeliveryFileHandler,
    private readonly evidence: EvidenceFiles,
  ) {}

  @Handles(deliveryApi.getDelivery)
  getDelivery({ deliveryId, side }: contract.LookAtDelivery, ctx: Ctx): Promise<contract.DeliveryView> {
    return this.views.one(deliveryId, ctx, side);
  }
  @Handles(deliveryApi.openDeliveryFile)
  openDeliveryFile(request: contract.OpenDeliveryFile, ctx: Ctx): Promise<contract.DeliveryFileLink> {
    return this.open.execute(request, ctx);
  }
  @Handles(evidenceApi.getEvidence)
  getEvidence({ deliveryId }: contract.GetDelivery, ctx: Ctx): Promise<contract.EvidenceFile> {
    return this.evidence.of(deliveryId, ctx);
  }
}
