import { Injectable } from '@nestjs/common';
import type { DeliveryState, StatementKind } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { overdue } from '../deadline/overdue-happening.js';
import type { DeliveryRef, KnownStatement } from '../evidence/statement.js';
import { type Happening, Timeline, type Track } from '../evidence/timeline.js';
import { Delivery } from './delivery.entity.js';

/** The state that a receipt puts the sender's row in. */
const stateSaid: Partial<Record<StatementKind, Exclude<DeliveryState, 'queued' | 'in_flight' | 'stalled' | 'recall_pending'>>> = {
  ...{ custody: 'delivered', signed: 'signed_for', rejected: 'rejected', recalled: 'recalled', returned: 'returned', revoked: 'revoked' },
};

/** Where the sender's rows follow the holder's signed word. The caller has locked the delivery. */
@Injectable()
export class MirrorDesk {
  constructor(private readonly timeline: Timeline) {}

  find(tx: Tx, deliveryId: string): Promise<Delivery | null> {
    return tx.manager.findOne(Delivery, { where: { id: deliveryId }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws DomainError `exchange.letter.receipt_unknown`, `state.move_refused` */
  async follow(tx: Tx, receipt: KnownStatement): Promise<void> {
    const { says } = receipt;
    const delivery = await this.find(tx, says.deliveryId);
    if (delivery?.recipientId !== says.recipientId || delivery.digest !== says.documentDigest || delivery.orgId !== says.senderId)
      throw new DomainError('exchange.letter.receipt_unknown', { deliveryId: says.deliveryId });
    if (says.kind === 'declined') return this.#declined(tx, delivery, receipt);
    const state = stateSaid[says.kind];
    if (!state) throw new DomainError('exchange.letter.malformed', { reason: says.kind });
    const recalling = delivery.state === 'recall_pending';
    const decidedAt = new Date(says.at);
    const late = state !== 'delivered' && delivery.becomesOverdue(decidedAt);
    if (!delivery.follow(receipt, state)) {
      await tx.save(delivery);
      return;
    }
    if (late) delivery.overdue(decidedAt);
    await tx.save(delivery);
    if (late) await this.note(tx, delivery, overdue(delivery.dueAt!));
    await this.note(tx, delivery, happeningOf(receipt, state, delivery.recipientName));
    if (recalling && state !== 'recalled') {
      const data = { state, who: says.by?.name ?? delivery.recipientName, at: says.at };
      await this.note(tx, delivery, { kind: 'recall_refused', orgName: delivery.recipientName, data, statement: receipt });
    }
  }

  note(tx: Tx, delivery: Delivery, happening: Happening): Promise<void> {
    return this.timeline.add(tx, trackOf(delivery), happening);
  }

  async #declined(tx: Tx, delivery: Delivery, receipt: KnownStatement): Promise<void> {
    if (!delivery.revokeDeclined(receipt)) return;
    await tx.save(delivery);
    const { by, reason } = receipt.says;
    await this.note(tx, delivery, {
      ...{ kind: 'revoke_declined', orgName: delivery.recipientName, statement: receipt, data: { text: reason?.text ?? '' } },
      ...(by && { personName: by.name }),
    });
  }
}

function happeningOf(receipt: KnownStatement, kind: Happening['kind'], orgName: string): Happening {
  const { by, reason } = receipt.says;
  const data: Record<string, string> = reason ? { text: reason.text, ...(reason.code && { reason: reason.code }) } : {};
  return { kind, orgName, data, statement: receipt, ...(by && { personName: by.name }) };
}

export const refOf = ({ id, dispatchId, digest, orgId, recipientId }: Delivery): DeliveryRef => ({
  ...{ deliveryId: id, dispatchId, documentDigest: digest, senderId: orgId, recipientId },
});
export const trackOf = ({ id, dispatchId, orgId, state }: Delivery): Track => ({
  deliveryId: id,
  dispatchId,
  side: 'sender',
  orgId,
  state,
});
