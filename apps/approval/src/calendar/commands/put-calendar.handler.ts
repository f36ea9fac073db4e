import { Injectable } from '@nestjs/common';
import type { ApprovalCalendarChanged, PutApprovalCalendar } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Rederive } from '../../case/rederive.js';
import { assertReachesWindows } from '../../item/reaches-windows.js';
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
      await assertReachesWindows(tx, 'approval.calendar.write');
      const entered = calendarYearOf(request);
      await this.calendars.lock(manager);
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
