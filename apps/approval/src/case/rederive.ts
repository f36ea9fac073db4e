import { Injectable } from '@nestjs/common';
import { limitNames, type MovedDue } from '@karez/contracts-approval';
import { chinaDay, type WorkingCalendar } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { settleSteps } from '../task/step-dues.js';
import { ApprovalCase } from './case.entity.js';
import { settleBy } from './case-dues.js';
import { CaseLog } from './case-log.js';
import { dueOf } from '../clock/due.js';
import { limitOf, runningOf } from './stored-limit.js';

/** After a change of the calendar: every open due date anew. What moved is told in the timeline of its case. */
@Injectable()
export class Rederive {
  constructor(private readonly log: CaseLog) {}

  /** In the transaction that changed the calendar. @returns the due dates that moved, in the order of the cases' numbers */
  async all(tx: Tx, calendar: WorkingCalendar): Promise<MovedDue[]> {
    const open = await tx.manager.query<{ id: string }[]>(
      `select id from "case" where state in ('submitted', 'accepted', 'suspended', 'decided') order by number`,
    );
    const moved: MovedDue[] = [];
    for (const { id } of open) {
      const change = await this.#one(tx, id, calendar);
      if (change) moved.push(change);
    }
    return moved;
  }

  async #one(tx: Tx, id: string, calendar: WorkingCalendar): Promise<MovedDue | undefined> {
    const kase = await tx.load(ApprovalCase, id);
    const before = kase.dueAt;
    const wasProvisional = kase.provisional;
    settleBy(calendar, kase);
    await settleSteps(tx.manager, calendar, kase);
    const after = kase.dueAt;
    const isMoved = before && after && before.getTime() !== after.getTime();
    if (!isMoved && wasProvisional === kase.provisional) return undefined;
    if (isMoved) kase.tell('due_moved');
    await tx.save(kase);
    if (!isMoved) return undefined;
    const text = `工作日历变更，届满日由 ${chinaDay(before)} 变为 ${chinaDay(after)}`;
    await this.log.note(tx, id, { kind: 'due_moved', text });
    return { caseNumber: kase.number!, limit: nearestName(kase, calendar, after), from: before.toISOString(), to: after.toISOString() };
  }
}

function nearestName(kase: ApprovalCase, calendar: WorkingCalendar, at: Date): string {
  const found = runningOf(kase.limits).find((limit) => dueOf(limitOf(limit), calendar).at?.getTime() === at.getTime());
  return found ? limitNames[found.kind] : '';
}
