import { Injectable } from '@nestjs/common';
import { Dispatch } from '../dispatch/dispatch.entity.js';
import type { Delivery } from '../delivery/delivery.entity.js';
import { MirrorDesk, refOf } from '../delivery/mirror-desk.js';
import type { KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import type { Tx } from '@karez/persistence';
import type { Letter } from './courier.js';
import { PostRoom } from './post-room.js';

/** Hands a document over to a body that this node serves: attempt, custody and receipt are one transaction. */
@Injectable()
export class Consignments {
  constructor(
    private readonly mirror: MirrorDesk,
    private readonly statements: Statements,
    private readonly postRoom: PostRoom,
  ) {}

  async carry(tx: Tx, { deliveryId }: Letter): Promise<void> {
    const delivery = await this.mirror.find(tx, deliveryId);
    // recalled, or answered meanwhile: there is nothing to hand over
    if (!delivery || !['queued', 'in_flight', 'stalled'].includes(delivery.state)) return;
    delivery.attempt();
    await tx.save(delivery);
    const letter = await this.consign(tx, delivery);
    if (delivery.attempts === 1)
      await this.mirror.note(tx, delivery, { kind: 'attempt', orgName: delivery.recipientName, statement: letter });
    await this.postRoom.receive(tx, letter);
  }

  /** The sender's word that goes with the document; the same at every attempt. */
  async consign(tx: Tx, delivery: Delivery): Promise<KnownStatement> {
    const made = await this.statements.ofDelivery(tx.manager, delivery.id);
    const before = made.find(({ says }) => says.kind === 'consign');
    if (before) return before;
    const { role, dispatchId, supersedesId } = delivery;
    const dispatch = await tx.manager.findOneByOrFail(Dispatch, { id: dispatchId });
    const { printQuota, replyBy, note, signWithinMinutes, sentBy, sentByName, orgId } = dispatch;
    const details = {
      ...{ role, printQuota, ...(replyBy && { replyBy }), ...(note && { note }) },
      ...{ ...(signWithinMinutes !== null && { signWithinMinutes }), ...(supersedesId && { supersedesId }) },
    };
    return this.statements.make(tx, refOf(delivery), { kind: 'consign', by: { id: sentBy, name: sentByName, orgId }, details });
  }
}
