import { Injectable } from '@nestjs/common';
import type { DeliveryView, ReissueDelivery } from '@karez/contracts-exchange';
import { chinaDay, type Ctx, DomainError, newId } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { Deliveries } from '../../dispatch/deliveries.js';
import { Dispatch } from '../../dispatch/dispatch.entity.js';
import { Recipients } from '../../dispatch/recipients.js';
import { OfficialDocument } from '../../document/document.entity.js';
import { ReissueEnd } from '../reissue-end.js';
import { SenderActs } from '../sender-acts.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });

/** 重发, 更正件, 改发: a new delivery in a dispatch of its own, linked with the one it takes the place of. */
@Injectable()
export class ReissueDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
    private readonly bodies: Bodies,
    private readonly recipients: Recipients,
    private readonly deliveries: Deliveries,
    private readonly after: ReissueEnd,
  ) {}

  async execute({ deliveryId, documentId, recipientId, note }: ReissueDelivery, ctx: Ctx): Promise<DeliveryView> {
    const made = await this.unitOfWork.run(ctx, async (tx) => {
      const old = await this.acts.load(tx, deliveryId, 'reissue');
      if (recipientId && recipientId !== old.recipientId && !['recalled', 'rejected', 'returned', 'revoked'].includes(old.state))
        throw new DomainError('exchange.delivery.in_transit');
      const before = await tx.load(Dispatch, old.dispatchId);
      const document = await tx.loadInScope(OfficialDocument, documentId ?? before.documentId, 'exchange.dispatch.send', owner);
      if (document.state !== 'sealed') throw new DomainError('exchange.document.not_sealed');
      const sender = await this.bodies.get(tx.manager, document.orgId);
      const named = { primary: [] as string[], cc: [] as string[], report: [] as string[], [old.role]: [recipientId ?? old.recipientId] };
      const chosen = await this.recipients.resolve(tx.manager, named, { senderId: sender.id, today: chinaDay(ctx.now) });
      const [seen] = await this.recipients.look(tx.manager, sender, document.elements.documentType, chosen);
      if (seen?.refusal) throw new DomainError(seen.refusal, seen.params);
      const { signWithinMinutes, printQuota, replyBy } = before;
      const dispatch = Dispatch.send(
        {
          ...{ id: newId(), orgId: sender.id, documentId: document.id, digest: document.digest!, sentAt: ctx.now, sentBy: ctx.actor.id },
          ...{ sentByName: ctx.actor.name, signWithinMinutes, printQuota, replyBy, note: note ?? before.note },
        },
        {
          ...{ title: document.title, number: document.number, documentType: document.elements.documentType },
          disclosure: document.elements.disclosure,
        },
        1,
      );
      await tx.save(dispatch);
      const [id] = await this.deliveries.begin(tx, dispatch, chosen, { supersedesId: old.id });
      await this.after.link(tx, old, id!);
      return { id: id! };
    });
    return this.after.view(made.id, ctx);
  }
}
