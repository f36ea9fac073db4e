import { Injectable } from '@nestjs/common';
import type { DeliveryView, RecallDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../delivery.views.js';
import { SenderActs } from '../sender-acts.js';

/** 撤回 one delivery. Where the recipient is served here the answer is in the reply; elsewhere the state says 撤回中. */
@Injectable()
export class RecallDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, reason }: RecallDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.acts.recall(tx, await this.acts.load(tx, deliveryId, 'recall'), reason);
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'sender');
  }
}
