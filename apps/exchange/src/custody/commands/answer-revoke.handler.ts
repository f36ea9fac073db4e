import { Injectable } from '@nestjs/common';
import type { AnswerRevoke, DeliveryView } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DeliveryViews } from '../../delivery/delivery.views.js';
import { RecipientActs } from '../recipient-acts.js';

/** The recipient's answer when the sender asks for a document back that was signed for. */
@Injectable()
export class AnswerRevokeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: RecipientActs,
    private readonly views: DeliveryViews,
  ) {}

  async execute({ deliveryId, agree, text = '' }: AnswerRevoke, ctx: Ctx): Promise<DeliveryView> {
    const act = agree ? 'agree_revoke' : 'decline_revoke';
    await this.unitOfWork.run(ctx, async (tx) => {
      const custody = await this.acts.load(tx, deliveryId, act);
      this.acts.assert(custody, act);
      if (agree) await this.acts.decide(tx, custody, 'revoke', { actor: ctx.actor, ...(text && { reason: { text } }) });
      else await this.acts.decline(tx, custody, text);
      return { deliveryId };
    });
    return this.views.one(deliveryId, ctx, 'recipient');
  }
}
