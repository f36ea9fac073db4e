import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { DisclosureRequestRow, DisclosureRequestView, ListDisclosureRequests } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../calendar/working-days.js';
import { DisclosureRequest } from './disclosure-request.entity.js';
import { requestRow, requestView, type RequestRow } from './disclosure-request.view.js';

/** What is still to be answered comes first, the most urgent at the top; one whose clock stands after those that run. */
export const requestOrders: Readonly<Record<string, Order>> = {
  due: {
    by: [
      { sql: `(case when request.state in ('answered', 'abandoned') then 1 else 0 end)`, cast: 'int' },
      { sql: `(coalesce(request.due_at, 'infinity'::timestamptz))`, cast: 'timestamptz' },
      { sql: 'request.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
};
const columns = 'id, site_id, receipt, name, information, state, org_id, received_at, due_at'.split(', ');

/** 公开申请 of the units in a caller's reach. */
@Injectable()
export class DisclosureRequestLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly days: WorkingDays,
  ) {}

  async page(request: ListDisclosureRequests, { actor, now }: Ctx): Promise<Page<DisclosureRequestRow>> {
    const { sql, params } = scopeSql(actor, 'portal.request.read', { org: 'request.org_id' });
    const query = this.source.createQueryBuilder(DisclosureRequest, 'request').select([]).where(sql, params);
    columns.forEach((column) => query.addSelect(`request.${column}`, column));
    query.addSelect('(select org.name from org_copy org where org.id = request.org_id)', 'org_name');
    const { siteId, state } = request;
    if (siteId) query.andWhere('request.site_id = :siteId', { siteId });
    if (state) query.andWhere('request.state = :state', { state });
    const calendar = await this.days.calendar(this.source.manager);
    return keysetPage(query, request, {
      orders: requestOrders,
      view: (raw) => requestRow(rowOf(raw), { orgName: (raw.org_name as string | null) ?? '', calendar, now }),
    });
  }

  /** @throws DomainError `not_found` */
  async one(id: string, { actor, now }: Ctx): Promise<DisclosureRequestView> {
    const { manager } = this.source;
    const { sql, params } = scopeSql(actor, 'portal.request.read', { org: 'request.org_id' });
    const query = manager.createQueryBuilder(DisclosureRequest, 'request').where('request.id = :id', { id });
    const request = await query.andWhere(sql, params).getOne();
    if (!request) throw new DomainError('not_found', { id });
    const [org] = await manager.query<{ name: string }[]>('select name from org_copy where id = $1', [request.orgId]);
    return requestView(request, { orgName: org?.name ?? '', calendar: await this.days.calendar(manager), now }, actor);
  }
}

const rowOf = (raw: Record<string, unknown>): RequestRow => ({
  ...{ id: raw.id as string, siteId: raw.site_id as string, receipt: raw.receipt as string, name: raw.name as string },
  ...{ information: raw.information as string, state: raw.state as RequestRow['state'], orgId: raw.org_id as string },
  ...{ receivedAt: raw.received_at as Date, dueAt: raw.due_at as Date | null },
});
