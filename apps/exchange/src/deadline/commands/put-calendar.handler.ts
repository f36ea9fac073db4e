import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import { type CalendarChanged, CalendarYearEntered, type PutCalendar } from '@karez/contracts-exchange';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { lockAllDeliveries } from '../../delivery/lock.js';
import { calendarYearOf } from '../calendar.policy.js';
import { CalendarYears } from '../calendar-years.js';
import { Deadlines } from '../deadlines.js';
import { OpenDeadlines } from '../open-deadlines.js';

/** 更新工作日历: a whole year anew, and every open deadline by it, in one transaction. */
@Injectable()
export class PutCalendarHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly years: CalendarYears,
    private readonly deadlines: Deadlines,
    private readonly open: OpenDeadlines,
  ) {}

  /** @throws DomainError `auth.out_of_scope`, `state.version_changed`, `exchange.calendar.…` */
  execute(request: PutCalendar, ctx: Ctx): Promise<CalendarChanged> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { manager } = tx;
      await assertReachesAll(tx);
      const entered = calendarYearOf(request);
      await lockAllDeliveries(manager);
      const { version } = await this.years.get(manager, request.year);
      if (request.version !== undefined && request.version !== version) throw new DomainError('state.version_changed');
      await this.years.put(manager, entered, ctx.now);
      tx.touch('calendar_year', String(request.year));
      const moved = await this.open.derive(tx, await this.deadlines.read(manager));
      const { year, version: now, status, source, days } = await this.years.get(manager, request.year);
      await tx.tell(new CalendarYearEntered(year, now, status, source, days), String(year));
      return { year, version: now, status, source, days, moved };
    });
  }
}

/** The calendar holds for every body of this node: one who answers for some of them cannot change it for the others. */
async function assertReachesAll({ manager, ctx }: Tx): Promise<void> {
  const { sql, params } = scopeSql(ctx.actor, 'exchange.calendar.write', { org: 'org.id' });
  const beyond = await manager
    .createQueryBuilder()
    .select('1', 'one')
    .from('org_copy', 'org')
    .where(`org.kind <> 'office' and (org.abolished_on is null or org.abolished_on > :today::date)`, { today: chinaDay(ctx.now) })
    .andWhere('not exists (select 1 from body_node node where node.org_id = org.id)')
    .andWhere(`not (${sql})`, params)
    .limit(1)
    .getRawOne<object>();
  if (beyond) throw new DomainError('auth.out_of_scope');
}
