import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import { type Moved, type TaskView, WorkflowEngine } from '@karez/workflow';
import type { ApprovalCase } from '../case/case.entity.js';
import type { PublishedSheet } from '../item/item-sheets.js';
import { procedureCodeOf } from '../item/item-procedure.js';
import { bodyOf } from './posts.js';
import { inOurWords } from './task-refusals.js';
import { stateOf } from './task-rows.js';

/** The run of a case's procedure. The case's row is held first, always: so that two acts on one case follow each other. */
@Injectable()
export class CaseRun {
  constructor(private readonly engine: WorkflowEngine) {}

  /** The procedure of the version that the case was drafted on begins. */
  async start(tx: Tx, kase: ApprovalCase, { sheet, procedureVersion }: PublishedSheet): Promise<void> {
    const moved = await inOurWords(
      this.engine.start(tx, {
        ...{ code: procedureCodeOf(sheet.code), version: procedureVersion, subjectKind: 'case', subjectId: kase.id },
        variables: { orgId: kase.orgId, form: kase.values },
      }),
    );
    kase.runs(moved.instance.id);
    this.follow(kase, moved);
  }

  async suspend(tx: Tx, kase: ApprovalCase, kind: string, document: string): Promise<void> {
    await inOurWords(this.engine.suspend(tx, kase.instanceId!, { kind, document }));
  }

  async resume(tx: Tx, kase: ApprovalCase, reason: string): Promise<void> {
    await inOurWords(this.engine.resume(tx, kase.instanceId!, { reason }));
  }

  /** Open tasks are cancelled with the case; a run that has ended stays as it is. */
  async withdraw(tx: Tx, kase: ApprovalCase, reason: string): Promise<void> {
    if (kase.instanceId && !kase.procedureEnded) this.follow(kase, await this.engine.withdraw(tx, kase.instanceId, { reason }));
  }

  async supersede(tx: Tx, kase: ApprovalCase, reason: string): Promise<void> {
    if (kase.instanceId && !kase.procedureEnded) this.follow(kase, await this.engine.supersede(tx, kase.instanceId, { reason }));
  }

  /** Tells the to-do lists what a move opened, closed and changed. */
  follow(kase: ApprovalCase, { opened, closed, changed, instance }: Moved): void {
    for (const task of [...closed, ...changed, ...opened]) kase.taskChanged(task.id, factOf(kase, task));
    kase.procedureMoved(instance.state === 'ended');
  }
}

const factOf = (kase: ApprovalCase, { nodeName, state, assignee, candidates, dueAt }: TaskView) => ({
  title: `${nodeName}：${kase.subject}`,
  state: stateOf({ state, assigneeId: assignee?.id ?? null }),
  orgId: bodyOf(candidates) ?? null,
  personId: assignee?.id ?? null,
  dueAt: dueAt?.toISOString() ?? null,
});
