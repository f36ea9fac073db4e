import { Injectable } from '@nestjs/common';
import type { DeliveryView, GetDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../delivery.views.js';
import { SenderActs } from '../sender-acts.js';

/** 确认退文: the sender has taken note that the document was handed back. */
@Injectable()
export class AcknowledgeReturnHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId }: GetDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.acts.acknowledge(tx, await this.acts.load(tx, deliveryId, 'acknowledge'));
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'sender');
  }
}
