import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { ApprovalCalendarChanged, PutApprovalCalendar } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Rederive } from '../../case/rederive.js';
import { calendarYearOf } from '../calendar.policy.js';
import { Calendars } from '../calendars.js';
import { settleAfterMs, settleDuesTask } from '../settle-dues.task.js';

const mostListed = 1_000;

/** 更新工作日历: a whole year anew, and every open due date by it, in one transaction that lists what moved. */
@Injectable()
export class PutCalendarHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly rederive: Rederive,
  ) {}

  /** @throws DomainError `auth.out_of_scope`, `state.version_changed`, `approval.calendar.…` */
  execute(request: PutApprovalCalendar, ctx: Ctx): Promise<ApprovalCalendarChanged> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { manager } = tx;
      await assertReachesAll(tx);
      const entered = calendarYearOf(request);
      // two changes follow each other: the second sees the first one's version
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('calendar_year', 0))`);
      const { version } = await this.calendars.year(manager, request.year);
      if (request.version !== undefined && request.version !== version) throw new DomainError('state.version_changed');
      await this.calendars.put(manager, entered, ctx.now);
      tx.touch('calendar_year', String(request.year));
      const moved = await this.rederive.all(tx, await this.calendars.read(manager));
      await tx.schedule(settleDuesTask, new Date(ctx.now.getTime() + settleAfterMs), {});
      return { ...(await this.calendars.year(manager, request.year)), moved: moved.length, changes: moved.slice(0, mostListed) };
    });
  }
}

/** The calendar holds for every window: one who answers for some of them cannot change it for the others. */
async function assertReachesAll({ manager, ctx }: Tx): Promise<void> {
  const { sql, params } = scopeSql(ctx.actor, 'approval.calendar.write', { org: 'item.window_org_id' });
  const beyond = await manager
    .createQueryBuilder()
    .select('1', 'one')
    .from('item', 'item')
    .where(`not (${sql})`, params)
    .limit(1)
    .getRawOne<object>();
  if (beyond) throw new DomainError('auth.out_of_scope');
}
