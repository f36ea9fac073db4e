import { Injectable } from '@nestjs/common';
import type { DeliveryView, RecallDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../delivery.views.js';
import { SenderActs } from '../sender-acts.js';

/** 商请收回: the recipient, who has signed for it, is asked to agree that it is void. */
@Injectable()
export class RevokeDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, reason }: RecallDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.acts.askRevoke(tx, await this.acts.load(tx, deliveryId, 'revoke'), reason);
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'sender');
  }
}
