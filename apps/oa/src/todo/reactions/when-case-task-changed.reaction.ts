import { Injectable } from '@nestjs/common';
import { CaseTaskChanged } from '@karez/contracts-approval';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Todos } from '../todos.js';

/** 审批任务: on the desk of the body until somebody claims it, then on that person's. */
@Injectable()
export class WhenCaseTaskChanged {
  constructor(private readonly todos: Todos) {}

  @ReactsTo(CaseTaskChanged)
  async follow({ occurredAt, data: { caseId, taskId, task } }: EventEnvelope<CaseTaskChanged>, tx: Tx): Promise<void> {
    const at = new Date(occurredAt);
    const holderId = task.personId ?? task.orgId;
    if (task.state === 'done' || task.state === 'cancelled' || !holderId) {
      const outcome = task.state === 'done' ? 'done' : 'cancelled';
      await this.todos.end(tx, { subjectId: caseId, step: taskId, endedAt: at, ...(task.personId && { doneBy: task.personId }) }, outcome);
      return;
    }
    await this.todos.leave(tx, { subjectId: caseId, step: taskId, holderId, endedAt: at });
    await this.todos.open(tx, {
      openedAt: at,
      ...{ service: 'approval', kind: 'approval', subjectId: caseId, step: taskId, title: task.title },
      ...{ act: task.personId ? '办理' : '认领', href: `/approval/cases/${caseId}` },
      ...(task.personId ? { personId: task.personId } : { orgId: task.orgId! }),
      ...(task.dueAt && { dueAt: new Date(task.dueAt) }),
    });
  }
}
