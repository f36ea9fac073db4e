import { Injectable } from '@nestjs/common';
import type { DeliveryView, RefuseDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../../delivery/delivery.views.js';
import { RecipientActs } from '../recipient-acts.js';

/** 拒收 before sign-for, 退文 after it; the reason reaches the drafter's desk. */
@Injectable()
export class RefuseDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: RecipientActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, reason, text }: RefuseDelivery, act: 'reject' | 'return', ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const custody = await this.acts.load(tx, deliveryId, act);
      this.acts.assert(custody, act);
      await this.acts.decide(tx, custody, act, { actor: ctx.actor, reason: { code: reason, text } });
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'recipient');
  }
}
