import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import { type ListSupervisions, openSupervisionStates, type SupervisionRow } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { supervisionScope } from './supervision-desk.js';
import { SupervisionItem } from './supervision-item.entity.js';
import { dueRange } from './supervision.policy.js';
import { type RowOf, supervisionRow } from './supervision.view.js';

/** What nobody owes anything of comes last; the index supervision_due is made of the same words. */
const over = `(case when item.state in ('closed', 'evaluated', 'archived', 'terminated') then 1 else 0 end)`;
export const supervisionOrders: Readonly<Record<NonNullable<ListSupervisions['sort']>, Order>> = {
  due: { by: [{ sql: over, cast: 'int' }, { sql: 'item.due_at', cast: 'timestamptz' }, { sql: 'item.id', cast: 'uuid' }], direction: 'asc' }, // prettier-ignore
  '-registered': { by: [{ sql: 'item.registered_at', cast: 'timestamptz' }, { sql: 'item.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const columns = 'id, number, title, source, state, due_at, org_id, lead_org_id, urged, registered_at, closed_at'.split(', ');
const open = openSupervisionStates.map((state) => `'${state}'`).join(', ');

/** 督办事项 as their readers find them. */
@Injectable()
export class SupervisionLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  async page(request: ListSupervisions, { actor, now }: Ctx): Promise<Page<SupervisionRow>> {
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const query = this.seenBy(actor);
    const { tab, state, lamp, source, leadOrgId, q } = request;
    if (tab === 'owned') {
      const { sql, params } = scopeSql(actor, 'oa.supervision.write', { org: 'item.org_id', name: 'owned' });
      query.andWhere(`(${sql} or item.leader_id = :readerId)`, params);
    }
    if (tab === 'handled') {
      const { sql, params } = scopeSql(actor, 'oa.supervision.handle', { org: 'mine.org_id', name: 'handled' });
      query.andWhere(
        `exists (select 1 from supervision_part mine where mine.item_id = item.id and mine.state <> 'returned' and ${sql})`,
        params,
      );
    }
    if (state) query.andWhere('item.state = :state', { state });
    if (source) query.andWhere('item.source = :source', { source });
    if (leadOrgId) query.andWhere('item.lead_org_id = :leadOrgId', { leadOrgId });
    if (q?.trim()) query.andWhere('(item.title ilike :q or item.number ilike :q)', { q: `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` });
    if (lamp === 'none') query.andWhere(`item.state not in (${open})`);
    else if (lamp) {
      const [from, to] = dueRange(lamp, calendar, now);
      query.andWhere(`item.state in (${open})`);
      if (from) query.andWhere('item.due_at >= :from', { from });
      if (to) query.andWhere('item.due_at < :to', { to });
    }
    return keysetPage(query, request, {
      orders: supervisionOrders,
      view: (raw) => supervisionRow(rowOf(raw), namesOf(raw), calendar, now),
    });
  }

  seenBy(actor: Ctx['actor']): SelectQueryBuilder<SupervisionItem> {
    const { sql, params } = supervisionScope(actor);
    const query = this.source.createQueryBuilder(SupervisionItem, 'item').select([]).where(sql, params);
    columns.forEach((column) => query.addSelect(`item.${column}`, column));
    return query
      .addSelect('(select name from org_copy where org_copy.id = item.org_id)', 'org_name')
      .addSelect('(select name from org_copy where org_copy.id = item.lead_org_id)', 'lead_org_name');
  }
}

export const rowOf = (raw: Record<string, unknown>): RowOf => ({
  ...{ id: raw.id as string, number: raw.number as string | null, title: raw.title as string, source: raw.source as RowOf['source'] },
  ...{
    state: raw.state as RowOf['state'],
    dueAt: raw.due_at as Date,
    orgId: raw.org_id as string,
    leadOrgId: raw.lead_org_id as string | null,
  },
  ...{ urged: raw.urged as number, registeredAt: raw.registered_at as Date, closedAt: raw.closed_at as Date | null },
});
export const namesOf = (raw: Record<string, unknown>): { orgName: string | undefined; leadOrgName: string | undefined } => ({
  orgName: (raw.org_name as string | null) ?? undefined,
  leadOrgName: (raw.lead_org_name as string | null) ?? undefined,
});
