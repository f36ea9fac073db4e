import { Injectable } from '@nestjs/common';
import { Dispatch } from '../dispatch/dispatch.entity.js';
import type { Delivery } from '../delivery/delivery.entity.js';
import { MirrorDesk, refOf } from '../delivery/mirror-desk.js';
import type { KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import type { Tx } from '@karez/persistence';
import type { Letter } from './letter.js';
import { PostRoom } from './post-room.js';

/** Hands documents over. To a body that this node serves, attempt, custody and receipt are one transaction. */
@Injectable()
export class Consignments {
  constructor(
    private readonly mirror: MirrorDesk,
    private readonly statements: Statements,
    private readonly postRoom: PostRoom,
  ) {}

  async carry(tx: Tx, { deliveryId }: Letter): Promise<void> {
    const statement = await this.begin(tx, deliveryId);
    if (statement) await this.postRoom.receive(tx, statement);
  }

  /**
   * From here on a copy may be anywhere. The caller has locked the delivery.
   * @returns the sender's word; nothing when it was recalled or answered meanwhile, and there is nothing to hand over
   */
  async begin(tx: Tx, deliveryId: string): Promise<KnownStatement | undefined> {
    const delivery = await this.mirror.find(tx, deliveryId);
    if (!delivery || !['queued', 'in_flight', 'stalled'].includes(delivery.state)) return undefined;
    delivery.attempt();
    await tx.save(delivery);
    const statement = await this.consign(tx, delivery);
    if (delivery.attempts === 1) await this.mirror.note(tx, delivery, { kind: 'attempt', orgName: delivery.recipientName, statement });
    return statement;
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
