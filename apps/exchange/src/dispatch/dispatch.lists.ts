import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { DeliveryCounts, DispatchRow, DocumentType, ListDispatches, Urgency } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { likeOf } from '../like.js';
import { Dispatch } from './dispatch.entity.js';

const orders: Readonly<Record<string, Order>> = {
  '-sent': {
    by: [
      { sql: 'dispatch.sent_at', cast: 'timestamptz' },
      { sql: 'dispatch.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
const open = `delivery.state in ('queued', 'in_flight', 'stalled', 'delivered', 'recall_pending')`;
const overdue = `delivery.state = 'delivered' and delivery.due_at < now()`;
const attention = `(delivery.state = 'stalled' or (delivery.state = 'rejected' and delivery.superseded_by_id is null)
  or (delivery.state = 'returned' and delivery.acknowledged_at is null))`;
const some = (condition: string): string => `exists (select 1 from delivery where delivery.dispatch_id = dispatch.id and ${condition})`;
const filters: Readonly<Record<NonNullable<ListDispatches['filter']>, string>> = {
  ...{ open: some(open), overdue: some(overdue), attention: some(attention), settled: `not ${some(open)}` },
};

/** 发件跟踪: each dispatch with its deliveries counted. */
@Injectable()
export class DispatchLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  list(request: ListDispatches, { actor }: Ctx): Promise<Page<DispatchRow>> {
    const { sql, params } = scopeSql(actor, 'exchange.dispatch.read', { org: 'dispatch.org_id' });
    const query = this.source
      .createQueryBuilder(Dispatch, 'dispatch')
      .leftJoin('org_copy', 'org', 'org.id = dispatch.org_id')
      .addSelect('org.name', 'org_name')
      .leftJoin('document', 'document', 'document.id = dispatch.document_id')
      .addSelect(`document.elements ->> 'documentType'`, 'document_type')
      .addSelect(`document.elements ->> 'urgency'`, 'urgency')
      .addSelect(
        `(select jsonb_object_agg(state, n) from (select state, count(*)::int as n from delivery where delivery.dispatch_id = dispatch.id group by state) by_state)`,
        'counts',
      )
      .addSelect(`(select count(*)::int from delivery where delivery.dispatch_id = dispatch.id and ${overdue})`, 'overdue')
      .addSelect(
        `(select array_agg(name) from (select recipient_name as name from delivery where delivery.dispatch_id = dispatch.id order by ordinal limit 3) first)`,
        'names',
      )
      .where(sql, params);
    if (request.filter) query.andWhere(filters[request.filter]);
    if (request.q)
      query.andWhere(`(dispatch.title ilike :q or dispatch.number ilike :q or ${some('delivery.recipient_name ilike :q')})`, {
        q: likeOf(request.q),
      });
    return keysetPage(query, request, { orders, view: rowOf });
  }
}

function rowOf(raw: Record<string, unknown>): DispatchRow {
  const counts = (raw.counts as DeliveryCounts | null) ?? {};
  return {
    ...{ id: raw.dispatch_id as string, orgId: raw.dispatch_org_id as string, orgName: (raw.org_name as string | null) ?? '' },
    ...{ documentId: raw.dispatch_document_id as string, title: raw.dispatch_title as string, number: raw.dispatch_number as string },
    ...{ documentType: raw.document_type as DocumentType, urgency: ((raw.urgency as string | null) ?? 'none') as Urgency },
    ...{ sentAt: (raw.dispatch_sent_at as Date).toISOString(), sentByName: raw.dispatch_sent_by_name as string, counts },
    ...{ recipients: Object.values(counts).reduce((sum, count) => sum + count, 0), overdue: raw.overdue as number },
    recipientNames: (raw.names as string[] | null) ?? [],
  };
}
