import { Injectable } from '@nestjs/common';
import {
  askDecisionTable,
  type CaseActOffer,
  caseActRules,
  caseActs,
  type CaseMaterial,
  type CaseView,
  type TaskView,
} from '@karez/contracts-approval';
import { holds } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import type { Ctx, WorkingCalendar } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { limitView } from '../clock/limit-view.js';
import { Documents } from '../document/documents.js';
import { ItemSheets } from '../item/item-sheets.js';
import { CaseMaterials } from '../material/case-materials.js';
import { stepLimit } from '../task/step-dues.js';
import { returnableOf, type TaskRow, tasksOfRun, taskView } from '../task/task-rows.js';
import type { ApprovalCase } from './case.entity.js';
import { CaseLog } from './case-log.js';
import { caseRow } from './case-row.js';
import { limitOf } from './stored-limit.js';

/** A case with all that is known of it, as its reader may know it. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly calendars: Calendars,
    private readonly sheets: ItemSheets,
    private readonly materials: CaseMaterials,
    private readonly documents: Documents,
    private readonly log: CaseLog,
  ) {}

  async of(manager: EntityManager, kase: ApprovalCase, ctx: Ctx): Promise<CaseView> {
    const reader = ctx.actor.realm === 'applicant' ? ('applicant' as const) : ('staff' as const);
    const calendar = await this.calendars.workingCalendar(manager);
    const { sheet } = await this.sheets.of(manager, kase);
    const tasks = kase.instanceId ? await tasksOfRun(manager, kase.instanceId) : [];
    const table = sheet.decisionTable && askDecisionTable(sheet.decisionTable, kase.values);
    return {
      ...caseRow(kase, calendar, ctx.now),
      ...{ itemVersion: kase.itemVersion, orgId: kase.orgId, authority: kase.authority, applicantKind: kase.applicantKind },
      ...{ contactPhone: kase.contactPhone, values: { ...kase.values }, corrections: [...kase.corrections] },
      materials: toldOf(await this.materials.of(manager, sheet, kase), kase, reader),
      tasks: await viewsOf(manager, tasks, ctx, calendar),
      timeline: await this.log.of(manager, kase.id, reader),
      limits: limitsOf(kase, tasks, { calendar, now: ctx.now, reader }),
      documents: await this.documents.ofCase(manager, kase.id),
      acts: await offersOf(manager, kase, ctx),
      ...(table && { tableOutcome: table.text }),
      ...outcomeOf(kase),
      ...(reader === 'applicant' && kase.checkCode !== null && { checkCode: kase.checkCode }),
    };
  }
}

/** What the window finds is told at once, in the correction, and not piece by piece while it reads. */
function toldOf(materials: CaseMaterial[], { state }: ApprovalCase, reader: 'staff' | 'applicant'): CaseMaterial[] {
  if (reader === 'staff' || state !== 'submitted') return materials;
  return materials.map(({ remark: _remark, ...rest }) => ({ ...rest, verdict: 'unseen' }));
}

export async function viewsOf(manager: EntityManager, rows: readonly TaskRow[], ctx: Ctx, calendar: WorkingCalendar): Promise<TaskView[]> {
  const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id);
  const returnable = await returnableOf(manager, ctx.actor.realm === 'applicant' ? [] : open);
  const views = rows.map((row) => taskView(row, { actor: ctx.actor, calendar, now: ctx.now, returnable }));
  return ctx.actor.realm === 'applicant' ? views.map(forApplicant) : views;
}

/** The applicant sees which body has it, neither persons nor what they write to each other. */
function forApplicant({ assigneeId: _id, assigneeName: _name, opinion: _opinion, text: _text, ...rest }: TaskView): TaskView {
  return { ...rest, acts: [], returnTo: [] };
}

function limitsOf(kase: ApprovalCase, tasks: readonly TaskRow[], reader: Parameters<typeof limitView>[2]) {
  const whole = kase.limits.map((stored) => limitView(limitOf(stored), { void: stored.void ?? false }, reader));
  const steps = tasks.flatMap((task) => {
    const limit = task.kind === 'work' ? stepLimit(task, kase.limits) : undefined;
    return limit ? [limitView(limit, { step: task.name, void: task.state === 'cancelled' }, reader)] : [];
  });
  return [...whole, ...steps];
}

/** What the reader may do with it, and why not where it is not possible now. */
async function offersOf(manager: EntityManager, kase: ApprovalCase, ctx: Ctx): Promise<CaseActOffer[]> {
  const tx = new Tx(manager, ctx, 'approval');
  const reached = new Map<Permission, boolean>();
  const offers: CaseActOffer[] = [];
  for (const act of caseActs) {
    const { by } = caseActRules[act];
    if (by === 'applicant') {
      if (ctx.actor.realm !== 'applicant') continue;
    } else {
      if (ctx.actor.realm === 'applicant' || !holds(ctx.actor, by)) continue;
      if (!reached.has(by)) reached.set(by, await tx.reaches(by, kase.orgId));
      if (!reached.get(by)) continue;
    }
    const reason = kase.hindrance(act);
    offers.push({ act, ...(reason && { reason }) });
  }
  return offers;
}

const outcomeOf = (kase: ApprovalCase) => ({
  ...(kase.agentName !== null && { agentName: kase.agentName }),
  ...(kase.acceptedAt && { acceptedAt: kase.acceptedAt.toISOString() }),
  ...(kase.decidedAt && { decidedAt: kase.decidedAt.toISOString() }),
  ...(kase.granted !== null && { granted: kase.granted }),
  ...(kase.decisionText !== null && { decisionText: kase.decisionText }),
  ...(kase.refusalReason !== null && { refusalReason: kase.refusalReason }),
  ...(kase.rating && { rating: kase.rating }),
  ...(kase.supersedesId !== null && { supersedesId: kase.supersedesId }),
  ...(kase.supersededById !== null && { supersededById: kase.supersededById }),
});
