import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import {
  type ActOffer,
  actRules,
  actsOn,
  type DeliveryAct,
  type DeliveryCounts,
  type DeliveryRow,
  type DispatchView,
  isTerminal,
} from '@karez/contracts-exchange';
import type { Permission } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { Reach } from '../body/reach.js';
import { Delivery } from '../delivery/delivery.entity.js';
import { optional } from '../delivery/delivery.views.js';
import { DocumentViews } from '../document/document.views.js';
import { Dispatch } from './dispatch.entity.js';

/** One dispatch with every delivery, as its sender follows it. */
@Injectable()
export class DispatchViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly documents: DocumentViews,
    private readonly reach: Reach,
    private readonly bodies: Bodies,
  ) {}

  /** @throws DomainError `not_found` */
  async one(dispatchId: string, ctx: Ctx): Promise<DispatchView> {
    const { sql, params } = scopeSql(ctx.actor, 'exchange.dispatch.read', { org: 'dispatch.org_id' });
    const dispatch = await this.source
      .createQueryBuilder(Dispatch, 'dispatch')
      .where('dispatch.id = :dispatchId', { dispatchId })
      .andWhere(sql, params)
      .getOne();
    if (!dispatch) throw new DomainError('not_found', { id: dispatchId });
    const { manager } = this.source;
    const deliveries = await manager.find(Delivery, { where: { dispatchId }, order: { ordinal: 'ASC' } });
    const maySend = await this.reach.has(ctx.actor, 'exchange.dispatch.send', dispatch.orgId);
    const rows = deliveries.map((delivery) => deliveryRow(delivery, maySend));
    const document = await this.documents.one(dispatch.documentId, ctx);
    const sender = await this.bodies.find(manager, dispatch.orgId);
    return {
      ...{ id: dispatchId, orgId: dispatch.orgId, orgName: sender?.name ?? '', documentId: dispatch.documentId, document },
      ...{ title: dispatch.title, number: dispatch.number, documentType: document.documentType, urgency: document.urgency },
      ...{ sentAt: dispatch.sentAt.toISOString(), sentByName: dispatch.sentByName, recipients: rows.length },
      ...{ counts: countsOf(deliveries), overdue: deliveries.filter((each) => isOverdue(each, ctx.now)).length },
      ...{ recipientNames: rows.slice(0, 3).map(({ recipientName }) => recipientName), printQuota: dispatch.printQuota, deliveries: rows },
      ...optional({ signWithinMinutes: dispatch.signWithinMinutes, replyBy: dispatch.replyBy, note: dispatch.note }),
      acts: maySend ? actsOnAll(rows) : [],
    };
  }
}

const actsOnAll = (rows: readonly DeliveryRow[]): (DeliveryAct | 'add_recipients')[] => {
  const possible = (act: DeliveryAct): boolean => rows.some(({ acts }) => acts.some((offer) => offer.act === act && !offer.reason));
  return [...(['urge', 'recall'] as const).filter(possible), 'add_recipients'];
};

export function deliveryRow(delivery: Delivery, maySend: boolean): DeliveryRow {
  const { id, recipientId, recipientName, recipientKind, role, state, attempts, urged } = delivery;
  const may = (permission: Permission): boolean => maySend && permission === actRules.urge.needs;
  const acts: ActOffer[] = actsOn('sender', state, delivery.actFacts, may);
  return {
    ...{ id, recipientId, recipientName, recipientKind, role, state, attempts, urged, acts },
    ...optional({ lastError: isTerminal(state) ? null : delivery.lastError, receiptNumber: delivery.receiptNumber }),
    ...optional({ deliveredAt: delivery.deliveredAt?.toISOString(), dueAt: delivery.dueAt?.toISOString() }),
    ...optional({ decidedByName: delivery.decidedByName, decidedAt: delivery.decidedAt?.toISOString() }),
    ...optional({ reason: delivery.reason, reasonText: delivery.reasonText, lastUrgedAt: delivery.lastUrgedAt?.toISOString() }),
    ...optional({ recallAskedAt: delivery.recallAskedAt?.toISOString(), recallRefusedAt: delivery.recallRefusedAt?.toISOString() }),
    ...optional({ revokeAskedAt: delivery.revokeAskedAt?.toISOString() }),
    ...optional({ supersedesId: delivery.supersedesId, supersededById: delivery.supersededById }),
  };
}

export function countsOf(deliveries: readonly Pick<Delivery, 'state'>[]): DeliveryCounts {
  const counts: DeliveryCounts = {};
  for (const { state } of deliveries) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
const isOverdue = ({ state, dueAt }: Delivery, now: Date): boolean => state === 'delivered' && dueAt !== null && dueAt < now;
