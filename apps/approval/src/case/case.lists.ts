import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CaseCounts, CaseRow, CaseState, Lamp, ListCases, ListMyCases } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import { chinaDay, type Ctx, type WorkingCalendar } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { ApprovalCase } from './case.entity.js';
import { caseRow, type RowColumns, rowColumns } from './case-row.js';
import { inSight } from './case-sight.js';

const unique = { sql: 'kase.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListCases['sort']>, Order> = {
  due: { by: [{ sql: `coalesce(kase.due_at, 'infinity')`, cast: 'timestamptz' }, unique], direction: 'asc' },
  '-submitted': { by: [{ sql: 'kase.submitted_at', cast: 'timestamptz' }, unique], direction: 'desc' },
};
const myOrders: Record<NonNullable<ListMyCases['sort']>, Order> = {
  '-created': { by: [{ sql: 'kase.created_at', cast: 'timestamptz' }, unique], direction: 'desc' },
};
const tabs: Readonly<Record<NonNullable<ListCases['tab']>, readonly CaseState[] | undefined>> = {
  ...{ to_accept: ['submitted'], running: ['accepted', 'suspended', 'correcting'], to_deliver: ['decided'] },
  ...{ done: ['delivered', 'refused', 'withdrawn', 'superseded'], all: undefined },
};

/** Work lists of the window and the offices, and the applicant's own list. */
@Injectable()
export class CaseLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  async page(request: ListCases, ctx: Ctx): Promise<Page<CaseRow>> {
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    return keysetPage(this.shown(request, ctx, calendar), request, { orders, view: viewer(calendar, ctx.now) });
  }

  shown(request: ListCases, ctx: Ctx, calendar: WorkingCalendar): SelectQueryBuilder<ApprovalCase> {
    const query = inSight(rows(this.source).where('kase.submitted_at is not null'), ctx.actor);
    const states = request.state ? [request.state] : tabs[request.tab ?? 'all'];
    if (states) query.andWhere('kase.state in (:...states)', { states });
    if (request.itemCode) query.andWhere('kase.item_code = :itemCode', { itemCode: request.itemCode });
    if (request.lamp) query.andWhere(lampSql[request.lamp], lampTimes(calendar, ctx.now));
    if (request.q) {
      const q = `%${request.q.replace(/[\\%_]/g, '\\$&')}%`;
      query.andWhere('(kase.number ilike :q or kase.subject ilike :q or kase.applicant_name ilike :q)', { q });
    }
    return query;
  }

  async mine(request: ListMyCases, ctx: Ctx): Promise<Page<CaseRow>> {
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const query = rows(this.source).where('kase.applicant_id = :id', { id: ctx.actor.id });
    if (request.state) query.andWhere('kase.state = :state', { state: request.state });
    else query.andWhere(`kase.state <> 'discarded'`);
    return keysetPage(query, request, { orders: myOrders, view: viewer(calendar, ctx.now) });
  }

  async counts({ itemCode }: ListCases, ctx: Ctx): Promise<CaseCounts> {
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const query = this.source.createQueryBuilder(ApprovalCase, 'kase').select([]);
    query.where(`kase.state in ('submitted', 'correcting', 'accepted', 'suspended', 'decided')`);
    if (itemCode) query.andWhere('kase.item_code = :itemCode', { itemCode });
    const count = (where: string, name: string) => query.addSelect(`(count(*) filter (where ${where}))::int`, name);
    count(`kase.state = 'submitted'`, 'toAccept');
    count(`kase.state in ('accepted', 'suspended', 'correcting')`, 'running');
    count(`kase.state = 'decided'`, 'toDeliver');
    for (const lamp of ['signal', 'yellow', 'red'] as const) count(lampSql[lamp], lamp);
    const found = await inSight(query, ctx.actor).setParameters(lampTimes(calendar, ctx.now)).getRawOne<CaseCounts>();
    return found!;
  }
}

const rows = (source: DataSource): SelectQueryBuilder<ApprovalCase> =>
  rowColumns.reduce((query, column) => query.addSelect(`kase.${column}`, column), source.createQueryBuilder(ApprovalCase, 'kase').select([])); // prettier-ignore
const viewer = (calendar: WorkingCalendar, now: Date) => (raw: Record<string, unknown>) =>
  caseRow(raw as unknown as RowColumns, calendar, now);

const dayMs = 86_400_000;
/** The lamps of `lampAt`, as bounds of the due date: the end of today, and the close of the next working day. */
function lampTimes(calendar: WorkingCalendar, now: Date): Record<string, Date> {
  const tonight = new Date(new Date(`${chinaDay(now)}T00:00:00+08:00`).getTime() + dayMs);
  return { now, tonight, next: calendar.addWorkingDays(now, 1).at };
}
const lampSql: Readonly<Record<Lamp, string>> = {
  none: '(kase.due_at is null or kase.due_at > :next)',
  signal: 'kase.due_at >= :tonight and kase.due_at <= :next',
  yellow: 'kase.due_at >= :now and kase.due_at < :tonight',
  red: 'kase.due_at < :now',
};
