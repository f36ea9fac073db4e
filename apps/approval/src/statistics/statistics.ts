import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { ApprovalStatistics, CountOfBody, CountOfItem, GetApprovalStatistics } from '@karez/contracts-approval';
import { type Actor, chinaDay, type Ctx } from '@karez/kernel';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { ApprovalCase } from '../case/case.entity.js';
import { type Period, periodOf } from './period.js';
import { type CountedCase, type Reading, Tally } from './tally.js';

const batch = 2_000;
const dayMs = 86_400_000;
type Row = CountedCase & { readonly id: string; readonly itemCode: string; readonly itemName: string };

/** 审批统计 of the cases that a caller's bodies take part in, by the day of submission. Lateness is derived from the ledgers, not read from a mark. */
@Injectable()
export class Statistics {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  /** @throws DomainError `approval.statistics.period` */
  async of(request: GetApprovalStatistics, { actor, now }: Ctx): Promise<ApprovalStatistics> {
    const period = periodOf(request, now);
    // all of it is of one moment
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const reading = { calendar: await this.calendars.workingCalendar(manager), now };
      const counted = await this.#cases(manager, actor, period, reading);
      const byBody = await bodies(manager, actor, period, now);
      return { from: period.from, to: period.to, at: now.toISOString(), ...counted, byBody };
    });
  }

  async #cases(
    manager: EntityManager,
    actor: Actor,
    period: Period,
    reading: Reading,
  ): Promise<Pick<ApprovalStatistics, 'total' | 'byItem'>> {
    const total = new Tally();
    const items = new Map<string, { name: string; tally: Tally }>();
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const query = within(manager, actor, period).select([]);
      for (const column of columns) query.addSelect(`kase.${column}`, column);
      query.andWhere('kase.id > :after', { after }).orderBy('kase.id').limit(batch);
      const rows = await query.getRawMany<Row>();
      for (const row of rows) {
        const item = items.get(row.itemCode) ?? { name: row.itemName, tally: new Tally() };
        items.set(row.itemCode, item);
        for (const tally of [total, item.tally]) tally.add(row, reading);
      }
      const last = rows.at(-1);
      if (rows.length < batch || !last) break;
      after = last.id;
    }
    const byItem = [...items].map(([code, { name, tally }]): CountOfItem => ({ code, name, ...tally.count() }));
    return { total: total.count(), byItem: byItem.sort((one, other) => (one.code < other.code ? -1 : 1)) };
  }
}

const columns = [
  ...(['id', 'itemCode', 'itemName', 'state', 'limits', 'acceptedAt', 'decidedAt', 'granted', 'rating', 'dueAt'] as const),
] as const satisfies readonly (keyof Row)[];

function within(manager: EntityManager, actor: Actor, { begin, end }: Period): SelectQueryBuilder<ApprovalCase> {
  const query = manager.createQueryBuilder(ApprovalCase, 'kase');
  query.where('kase.submitted_at >= :begin and kase.submitted_at < :end', { begin, end });
  const { sql, params } = scopeSql(actor, 'approval.statistics.read', { org: 'part.org_id' });
  if (sql !== '(true)') query.andWhere(`exists (select 1 from case_body part where part.case_id = kase.id and ${sql})`, params);
  return query;
}

/** Tasks by the body that they were for; what was called off counts for nobody. */
async function bodies(manager: EntityManager, actor: Actor, period: Period, now: Date): Promise<CountOfBody[]> {
  const counting = (condition: string): string => `(count(*) filter (where ${condition}))::int`;
  const open = `task.state in ('open', 'waiting')`;
  const bodyId = `(select substring(key from '@body:(.*)$') from unnest(task.candidates) key where key like '%@body:%' limit 1)::uuid`;
  const tasks = within(manager, actor, period)
    .select(bodyId, 'org_id')
    .addSelect('task.state', 'state')
    .addSelect('task.due_at', 'due_at')
    .addSelect('task.closed_at', 'closed_at')
    .innerJoin('workflow_instance', 'instance', 'instance.id = kase.instance_id')
    .innerJoin('workflow_task', 'task', `task.instance_id = instance.id and task.state <> 'cancelled'`);
  return manager
    .createQueryBuilder()
    .select('org.id', 'orgId')
    .addSelect('org.name', 'orgName')
    .addSelect('count(*)::int', 'tasks')
    .addSelect(counting(open), 'open')
    .addSelect(counting(`not (${open})`), 'done')
    .addSelect(counting('coalesce(task.closed_at, :now) > task.due_at'), 'late')
    .addSelect(counting(`${open} and task.due_at >= :now and task.due_at < :tonight`), 'yellow')
    .addSelect(counting(`${open} and task.due_at < :now`), 'red')
    .from(`(${tasks.getQuery()})`, 'task')
    .innerJoin('org_copy', 'org', 'org.id = task.org_id')
    .groupBy('org.id')
    .orderBy('org.name')
    .addOrderBy('org.id')
    .setParameters({ ...tasks.getParameters(), now, tonight: new Date(new Date(`${chinaDay(now)}T00:00:00+08:00`).getTime() + dayMs) })
    .getRawMany<CountOfBody>();
}
