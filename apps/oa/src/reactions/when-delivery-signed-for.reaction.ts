import { Injectable } from '@nestjs/common';
import { DeliverySignedFor } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { IncomingDesk } from '../incoming/incoming-desk.js';
import { IncomingDocument } from '../incoming/incoming-document.entity.js';

/** 签收 in exchange opens the 收文 of that body by itself, once, and its registrars have it on the desk. */
@Injectable()
export class WhenDeliverySignedFor {
  constructor(private readonly desk: IncomingDesk) {}

  @ReactsTo(DeliverySignedFor)
  async enter({ data }: EventEnvelope<DeliverySignedFor>, tx: Tx): Promise<void> {
    const { deliveryId, recipientId, sender, document: told, replyBy } = data;
    const known = await tx.manager.countBy(IncomingDocument, { deliveryId, orgId: recipientId });
    if (known) return;
    const arrival = { orgId: recipientId, origin: 'exchange' as const, deliveryId, title: told.title, senderName: sender.name };
    const dueAt = replyBy ? new Date(`${replyBy.slice(0, 10)}T18:00:00+08:00`) : null;
    const document = IncomingDocument.receive({ ...arrival, senderNumber: told.number, dueAt }, tx.ctx.now);
    await tx.save(document);
    await this.desk.askDesk(tx, document, 'register', '收文登记');
  }
}
