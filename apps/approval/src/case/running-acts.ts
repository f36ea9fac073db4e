import { Injectable } from '@nestjs/common';
import { type ActWithReason, exclusionNames, type ExtendCase, type LawfulExclusion, type SuspendCase } from '@karez/contracts-approval';
import { chinaDay, DomainError, type WorkingCalendar } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Calendars } from '../calendar/calendars.js';
import { jointDays } from '../clock/limit.js';
import { ItemSheets } from '../item/item-sheets.js';
import { CaseRun } from '../task/case-run.js';
import { StepDues } from '../task/step-dues.js';
import type { ApprovalCase } from './case.entity.js';
import { CaseDesk } from './case-desk.js';
import { CaseLetters } from './case-letters.js';

/** What stops, lengthens and presses the clock of a running case. */
@Injectable()
export class RunningActs {
  constructor(
    private readonly desk: CaseDesk,
    private readonly letters: CaseLetters,
    private readonly sheets: ItemSheets,
    private readonly run: CaseRun,
    private readonly steps: StepDues,
    private readonly calendars: Calendars,
  ) {}

  /** 除外时间, told in writing. @throws DomainError `approval.case.exclusion_cap` */
  async suspend(tx: Tx, { caseId, kind, workingDays, reason }: SuspendCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'suspend');
    const cap = await this.#cap(tx, kase, kind);
    const calendar = await this.calendars.workingCalendar(tx.manager);
    if (cap !== undefined && takenOf(kase, kind, calendar) + workingDays > cap)
      throw new DomainError('approval.case.exclusion_cap', { name: exclusionNames[kind], cap });
    const facts = { excludedKind: exclusionNames[kind], workingDays, reason };
    const { number } = await this.letters.issue(tx, kase, 'excluded_time', facts);
    kase.suspend({ kind, documentNumber: number }, tx.ctx.now);
    if (!kase.procedureEnded) await this.run.suspend(tx, kase, kind, number);
    await this.steps.settle(tx.manager, kase);
    const text = `${exclusionNames[kind]}，预计 ${workingDays} 个工作日，不计入办理期限：${reason}`;
    return this.desk.save(tx, kase, 'suspended', text);
  }

  /** What lasted longer than its cap counts again from there on. */
  async resume(tx: Tx, { caseId, reason }: ActWithReason): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'resume');
    const to = await this.#endOfExclusion(tx, kase);
    kase.resume(to);
    if (!kase.procedureEnded) await this.run.resume(tx, kase, reason);
    await this.steps.settle(tx.manager, kase);
    const capped = to < tx.ctx.now ? `（最多计至 ${chinaDay(to)}）` : '';
    return this.desk.save(tx, kase, 'resumed', `除外时间结束${capped}，恢复计算期限：${reason}`);
  }

  /** @throws DomainError `approval.case.no_extension` */
  async extend(tx: Tx, { caseId, approver, reason }: ExtendCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'extend');
    const { sheet } = await this.sheets.of(tx.manager, kase);
    if (!sheet.extensionDays) throw new DomainError('approval.case.no_extension');
    const days = kase.joint ? jointDays.extension : sheet.extensionDays;
    const { number } = await this.letters.issue(tx, kase, 'extension', { extensionDays: days, reason, approver });
    kase.extend({ days, approver, reason, documentNumber: number });
    return this.desk.save(tx, kase, 'extended', `办理期限延长 ${days} 个工作日：${reason}`);
  }

  /** 督办: recorded and told to whoever works on it; nothing moves. */
  async urge(tx: Tx, { caseId, reason }: ActWithReason): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'urge');
    kase.tell('urged');
    return this.desk.save(tx, kase, 'urged', `督办：${reason}`);
  }

  async #cap(tx: Tx, kase: ApprovalCase, kind: LawfulExclusion): Promise<number | undefined> {
    return (await this.sheets.of(tx.manager, kase)).sheet.exclusionCaps?.[kind];
  }

  async #endOfExclusion(tx: Tx, kase: ApprovalCase): Promise<Date> {
    const { now } = tx.ctx;
    const lasting = statutoryOf(kase)?.exclusions.find(({ to }) => !to);
    if (!lasting) return now;
    const kind = lasting.kind as LawfulExclusion;
    const cap = await this.#cap(tx, kase, kind);
    if (cap === undefined) return now;
    const calendar = await this.calendars.workingCalendar(tx.manager);
    const left = cap - takenOf(kase, kind, calendar);
    const last = left > 0 ? calendar.addWorkingDays(new Date(lasting.from), left).at : new Date(lasting.from);
    return last < now ? last : now;
  }
}

const statutoryOf = ({ limits }: ApprovalCase) => limits.find(({ kind, endedAt }) => kind === 'statutory' && !endedAt);

/** Working days of a kind that have been excluded already. */
function takenOf(kase: ApprovalCase, kind: LawfulExclusion, calendar: WorkingCalendar): number {
  const ended = statutoryOf(kase)?.exclusions.filter((each) => each.kind === kind && each.to) ?? [];
  return ended.reduce((sum, { from, to }) => sum + calendar.workingDaysBetween(new Date(from), new Date(to!)), 0);
}
