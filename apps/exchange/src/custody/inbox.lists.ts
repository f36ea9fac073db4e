import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { DeliveryState, InboxCounts, InboxRow, ListInbox } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { likeOf } from '../like.js';
import { Custody } from './custody.entity.js';

const unique = { sql: 'custody.id', cast: 'uuid' } as const;
const orders: Readonly<Record<NonNullable<ListInbox['sort']>, Order>> = {
  '-arrived': { by: [{ sql: 'custody.arrived_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  due: { by: [{ sql: `coalesce(custody.due_at, 'infinity'::timestamptz)`, cast: 'timestamptz' }, unique], direction: 'asc' },
};
const tabs: Readonly<Record<NonNullable<ListInbox['tab']>, readonly DeliveryState[]>> = {
  waiting: ['delivered'],
  signed: ['signed_for'],
  sent_back: ['rejected', 'returned', 'recalled', 'revoked'],
  all: [],
};
const owner = { org: 'custody.org_id' };

/** 收件 of the bodies that a caller receives for. */
@Injectable()
export class InboxLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  list(request: ListInbox, { actor }: Ctx): Promise<Page<InboxRow>> {
    const { sql, params } = scopeSql(actor, 'exchange.inbox.read', owner);
    const query = this.source
      .createQueryBuilder(Custody, 'custody')
      .leftJoin('org_copy', 'org', 'org.id = custody.org_id')
      .addSelect('org.name', 'recipient_name')
      .where('not custody.tombstone')
      .andWhere(sql, params);
    narrow(query, request);
    return keysetPage(query, request, { orders, view: rowOf });
  }

  async counts({ actor }: Ctx): Promise<InboxCounts> {
    const inbox = scopeSql(actor, 'exchange.inbox.read', owner);
    const received = await this.source
      .createQueryBuilder(Custody, 'custody')
      .select([`custody.state as state`, `count(*)::int as count`])
      .addSelect(`count(*) filter (where custody.state = 'delivered' and custody.due_at < now())::int`, 'overdue')
      .where('not custody.tombstone')
      .andWhere(inbox.sql, inbox.params)
      .groupBy('custody.state')
      .getRawMany<{ state: DeliveryState; count: number; overdue: number }>();
    const of = (states: readonly DeliveryState[]): number =>
      received.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const sent = scopeSql(actor, 'exchange.dispatch.read', { org: 'delivery.org_id' });
    const open = await this.source
      .createQueryBuilder()
      .select([
        `count(distinct delivery.dispatch_id) filter (where delivery.state in ('queued', 'in_flight', 'stalled', 'delivered', 'recall_pending'))::int as open`,
        `count(distinct delivery.dispatch_id) filter (where delivery.state = 'stalled' or (delivery.state = 'rejected' and delivery.superseded_by_id is null)
           or (delivery.state = 'returned' and delivery.acknowledged_at is null))::int as attention`,
      ])
      .from('delivery', 'delivery')
      .where(`delivery.state in ('queued', 'in_flight', 'stalled', 'delivered', 'recall_pending', 'rejected', 'returned')`)
      .andWhere(sent.sql, sent.params)
      .getRawOne<{ open: number; attention: number }>();
    return {
      ...{ waiting: of(tabs.waiting), signed: of(tabs.signed), sentBack: of(tabs.sent_back) },
      ...{ overdue: received.reduce((sum, { overdue }) => sum + overdue, 0), all: received.reduce((sum, { count }) => sum + count, 0) },
      ...{ openDispatches: open?.open ?? 0, attention: open?.attention ?? 0 },
    };
  }
}

function narrow(query: SelectQueryBuilder<Custody>, { tab = 'all', state, urgency, senderId, recipientId, q }: ListInbox): void {
  if (tabs[tab].length) query.andWhere('custody.state in (:...tab)', { tab: tabs[tab] });
  if (state) query.andWhere('custody.state = :state', { state });
  if (urgency) query.andWhere('custody.urgency = :urgency', { urgency });
  if (senderId) query.andWhere('custody.sender_id = :senderId', { senderId });
  if (recipientId) query.andWhere('custody.org_id = :recipientId', { recipientId });
  if (q) query.andWhere('(custody.title ilike :q or custody.number ilike :q or custody.sender_name ilike :q)', { q: likeOf(q) });
}

type Raw = Record<string, unknown>;
const iso = (value: unknown): string => (value as Date).toISOString();
function rowOf(raw: Raw): InboxRow {
  const of = <T>(column: string): T => raw[`custody_${column}`] as T;
  const state = of<DeliveryState>('state');
  return {
    ...{ id: of('id'), recipientId: of('org_id'), recipientName: (raw.recipient_name as string | null) ?? '', senderId: of('sender_id') },
    ...{
      senderName: of('sender_name'),
      title: of('title'),
      number: of('number'),
      documentType: of('document_type'),
      urgency: of('urgency'),
    },
    ...{ role: of('role'), state, arrivedAt: iso(of('arrived_at')), urged: of('urged'), unseen: of('seen_at') === null },
    revokeAsked: of('revoke_asked_at') !== null && state === 'signed_for',
    ...(of('due_at') !== null && state === 'delivered' && { dueAt: iso(of('due_at')) }),
    ...(of('decided_at') !== null && { decidedAt: iso(of('decided_at')) }),
    ...(of('decided_by_name') !== null && { decidedByName: of<string>('decided_by_name') }),
  };
}
