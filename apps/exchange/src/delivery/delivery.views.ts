import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type ActFacts,
  actRules,
  actsOn,
  type ActOffer,
  type DeliveryState,
  type DeliveryView,
  type Side,
} from '@karez/contracts-exchange';
import type { Permission } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Reach } from '../body/reach.js';
import { Custody } from '../custody/custody.entity.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryParts } from './delivery-parts.js';

/** One delivery from the side that the caller belongs to. */
@Injectable()
export class DeliveryViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reach: Reach,
    private readonly parts: DeliveryParts,
  ) {}

  /** @throws DomainError `not_found` for another body's as for nobody's */
  async one(deliveryId: string, ctx: Ctx, side?: Side): Promise<DeliveryView> {
    const seen = await this.sideOf(deliveryId, ctx, side);
    return 'custody' in seen ? this.#received(seen.custody, ctx) : this.#sent(seen.delivery, ctx);
  }

  /** The row that the caller may see; who belongs to both bodies sees the recipient's, unless told. */
  async sideOf(deliveryId: string, { actor }: Ctx, side?: Side): Promise<{ custody: Custody } | { delivery: Delivery }> {
    const { manager } = this.source;
    if (side !== 'sender') {
      const custody = await manager.findOneBy(Custody, { id: deliveryId, tombstone: false });
      if (custody && (await this.reach.has(actor, 'exchange.inbox.read', custody.orgId))) return { custody };
    }
    if (side !== 'recipient') {
      const delivery = await manager.findOneBy(Delivery, { id: deliveryId });
      if (delivery && (await this.reach.has(actor, 'exchange.dispatch.read', delivery.orgId))) return { delivery };
    }
    throw new DomainError('not_found', { id: deliveryId });
  }

  async #received(custody: Custody, ctx: Ctx): Promise<DeliveryView> {
    const { state, orgId, senderId, actFacts } = custody;
    const known = state === 'absent' ? 'in_flight' : state;
    return {
      ...(await this.parts.common(custody.id, 'recipient', custody.digest)),
      ...{ id: custody.id, dispatchId: custody.dispatchId, side: 'recipient', state: known, senderId, senderName: custody.senderName },
      ...{ recipientId: orgId, role: custody.role, sentAt: (custody.sentAt ?? custody.arrivedAt).toISOString() },
      ...(await this.parts.between(senderId, orgId)),
      arrivedAt: custody.arrivedAt.toISOString(),
      ...(await this.parts.due(custody)),
      ...optional({ replyBy: custody.replyBy, note: custody.note, reason: custody.reason, reasonText: custody.reasonText }),
      ...optional({
        decidedAt: custody.decidedAt?.toISOString(),
        decidedByName: custody.decidedByName,
        receiptNumber: custody.receiptNumber,
      }),
      ...optional({ incomingNumber: custody.incomingNumber, supersedesId: custody.supersedesId, revokeReason: custody.revokeReason }),
      ...optional({ revokeAskedAt: custody.revokeAskedAt?.toISOString(), supersededById: await this.parts.successorOf(custody.id) }),
      ...{ attempts: 1, urged: custody.urged, printQuota: custody.printQuota, printed: custody.printed, checks: custody.checks },
      ...{ prints: await this.parts.prints(custody.id), acts: await this.#acts('recipient', known, actFacts, [ctx, orgId]) },
    };
  }

  async #sent(delivery: Delivery, ctx: Ctx): Promise<DeliveryView> {
    const { id, state, orgId, recipientId, actFacts } = delivery;
    return {
      ...(await this.parts.common(id, 'sender', delivery.digest)),
      ...{ id, dispatchId: delivery.dispatchId, side: 'sender', state, senderId: orgId, recipientId, role: delivery.role },
      ...(await this.parts.between(orgId, recipientId)),
      ...{ recipientName: delivery.recipientName, sentAt: delivery.sentAt.toISOString() },
      ...(await this.parts.terms(delivery.dispatchId)),
      ...optional({ arrivedAt: delivery.deliveredAt?.toISOString(), dueAt: delivery.dueAt?.toISOString(), lastError: delivery.lastError }),
      ...optional({ reason: delivery.reason, reasonText: delivery.reasonText, receiptNumber: delivery.receiptNumber }),
      ...optional({ decidedAt: delivery.decidedAt?.toISOString(), decidedByName: delivery.decidedByName }),
      ...optional({ revokeAskedAt: delivery.revokeAskedAt?.toISOString() }),
      ...optional({ supersedesId: delivery.supersedesId, supersededById: delivery.supersededById }),
      ...{ attempts: delivery.attempts, urged: delivery.urged, printed: 0, prints: [], checks: [] },
      acts: await this.#acts('sender', state, actFacts, [ctx, orgId]),
    };
  }

  async #acts(side: Side, state: DeliveryState, facts: ActFacts, [{ actor }, orgId]: readonly [Ctx, string]): Promise<ActOffer[]> {
    const held = new Set<Permission>();
    for (const needs of new Set(Object.values(actRules).map((rule) => rule.needs)))
      if (await this.reach.has(actor, needs, orgId)) held.add(needs);
    return actsOn(side, state, facts, (permission) => held.has(permission));
  }
}

/** What is not there is left out. */
export function optional<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
