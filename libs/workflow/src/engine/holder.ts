import { type Actor, DomainError } from '@karez/kernel';
import type { HumanNode, TaskCommand } from '../procedure/procedure.js';
import type { TaskWinner, WorkflowOptions } from './engine.types.js';
import { isUndone, type InstanceRow, type TaskRow } from './rows.js';

export const keysOfActor = ({ id, postId, orgId }: Actor): readonly string[] => [
  `person:${id}`,
  ...(postId === undefined ? [] : [`post:${postId}`]),
  ...(orgId === undefined ? [] : [`body:${orgId}`]),
];

/** @throws DomainError `workflow.instance_over`, `workflow.instance_suspended` */
export function assertRunning({ state, suspension }: InstanceRow): void {
  if (state === 'suspended') throw new DomainError('workflow.instance_suspended', { kind: suspension?.kind, since: suspension?.since });
  if (state !== 'running') throw new DomainError('workflow.instance_over', { state });
}

/** @throws DomainError `workflow.task_closed` with the evidence of who was first; `workflow.task_waiting` */
export function assertOpen(task: TaskRow): void {
  if (task.state === 'waiting') throw new DomainError('workflow.task_waiting');
  if (isUndone(task)) return;
  const by = task.closed_by_id === null ? undefined : { id: task.closed_by_id, name: task.closed_by_name ?? '' };
  const at = task.closed_at === null ? undefined : new Date(task.closed_at).toISOString();
  const winner: TaskWinner = {
    ...{ taskId: task.id, state: task.state },
    ...(by && { by }),
    ...(at && { at }),
    ...(task.outcome !== null && { outcome: task.outcome }),
    ...(task.closed_reason !== null && { reason: task.closed_reason }),
  };
  throw new DomainError('workflow.task_closed', { by: by?.name, at, outcome: task.outcome ?? task.closed_reason ?? task.state }, winner);
}

/** Whether the actor holds the task, is its holder's delegate, or may take it from its pool. */
export function mayAct(task: TaskRow, actor: Actor, keysOf: NonNullable<WorkflowOptions['keysOf']>): boolean {
  if (task.assignee_id === actor.id || task.delegate_id === actor.id) return true;
  return task.assignee_id === null && keysOf(actor).some((key) => task.candidates.includes(key));
}

/** @throws DomainError `workflow.task_not_yours` */
export function assertHolder(task: TaskRow, actor: Actor, { keysOf = keysOfActor }: WorkflowOptions): void {
  if (!mayAct(task, actor, keysOf)) throw new DomainError('workflow.task_not_yours');
}

/** @throws DomainError `workflow.command_not_allowed` */
export function assertAllowed(node: HumanNode, command: TaskCommand): void {
  if (node.commands && !node.commands.includes(command))
    throw new DomainError('workflow.command_not_allowed', { node: node.name, command });
}

/** @throws DomainError `workflow.reason_missing` */
export function assertReason(reason: string): void {
  if (reason.trim() === '') throw new DomainError('workflow.reason_missing');
}
