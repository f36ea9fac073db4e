import { Injectable } from '@nestjs/common';
import type { DeliveryView, GetDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../delivery.views.js';
import { SenderActs } from '../sender-acts.js';

/** 立即重投: a delivery that waits, or that a person had to look at, is tried now. */
@Injectable()
export class ResendDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId }: GetDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.acts.resend(tx, await this.acts.load(tx, deliveryId, 'resend'));
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'sender');
  }
}
