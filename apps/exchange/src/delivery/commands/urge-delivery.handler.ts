import { Injectable } from '@nestjs/common';
import type { DeliveryView, UrgeDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../delivery.views.js';
import { SenderActs } from '../sender-acts.js';

/** 催办 one delivery. */
@Injectable()
export class UrgeDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, text = '' }: UrgeDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.acts.urge(tx, await this.acts.load(tx, deliveryId, 'urge'), text);
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'sender');
  }
}
