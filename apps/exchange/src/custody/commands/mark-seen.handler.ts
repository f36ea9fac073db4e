import { Injectable } from '@nestjs/common';
import type { DeliveryView, GetDelivery } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../../delivery/delivery.views.js';
import { Custody } from '../custody.entity.js';
import { RecipientActs } from '../recipient-acts.js';

/** Somebody of the body has opened it, for the first time; an overlay, never a state. */
@Injectable()
export class MarkSeenHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: RecipientActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId }: GetDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const custody = await this.acts.loadFor(tx, deliveryId, 'exchange.inbox.read');
      await this.#see(tx, custody);
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'recipient');
  }

  async #see(tx: Parameters<RecipientActs['load']>[0], custody: Custody): Promise<void> {
    if (custody.seenAt) return;
    custody.see(tx.ctx.now);
    await tx.save(custody);
    await this.acts.note(tx, custody, { kind: 'seen', personName: tx.ctx.actor.name });
  }
}
