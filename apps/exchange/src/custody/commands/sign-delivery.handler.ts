import { Injectable } from '@nestjs/common';
import type { DeliveryView, SignDelivery } from '@karez/contracts-exchange';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../../delivery/delivery.views.js';
import { SealedDocuments } from '../../document/sealed-document.js';
import { DocumentChecks } from '../document-checks.js';
import { RecipientActs } from '../recipient-acts.js';

/** 签收: the checks once more, then the body's signed word. The second clerk of a body gets the first one's receipt. */
@Injectable()
export class SignDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: RecipientActs,
    private readonly checks: DocumentChecks,
    private readonly sealed: SealedDocuments,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, incomingNumber }: SignDelivery, ctx: Ctx): Promise<DeliveryView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const custody = await this.acts.load(tx, deliveryId, 'sign');
      if (custody.state === 'signed_for') return { deliveryId };
      this.acts.assert(custody, 'sign');
      const checks = await this.checks.of(tx, await this.sealed.get(tx.manager, custody.digest));
      const failed = checks.find(({ passed }) => !passed);
      if (failed) throw new DomainError('exchange.delivery.not_verified', { reason: failed.text });
      await this.acts.decide(tx, custody, 'sign', { actor: ctx.actor, ...(incomingNumber && { incomingNumber }) });
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'recipient');
  }
}
