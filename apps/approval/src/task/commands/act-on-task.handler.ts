import { Injectable } from '@nestjs/common';
import type { TaskActed } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Calendars } from '../../calendar/calendars.js';
import type { ApprovalCase } from '../../case/case.entity.js';
import { returnableOf, tasksOfRun, taskView } from '../task-rows.js';

/** One act on one task is one transaction; the answer carries what is open from now on, so that no work list is stale. */
@Injectable()
export class ActOnTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: Calendars,
  ) {}

  execute(ctx: Ctx, taskId: string, act: (tx: Tx) => Promise<ApprovalCase>): Promise<TaskActed> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const kase = await act(tx);
      const rows = await tasksOfRun(tx.manager, kase.instanceId!);
      const calendar = await this.calendars.workingCalendar(tx.manager);
      const open = rows.filter(({ state }) => state === 'open');
      const returnable = await returnableOf(tx.manager, open.map(({ id }) => id)); // prettier-ignore
      const reader = { actor: ctx.actor, calendar, now: ctx.now, returnable };
      const own = rows.find(({ id }) => id === taskId)!;
      return {
        task: taskView(own, reader),
        next: open.map((row) => taskView(row, reader)),
        caseVersion: kase.version,
        ...(kase.dueAt && { dueAt: kase.dueAt.toISOString() }),
      };
    });
  }
}
