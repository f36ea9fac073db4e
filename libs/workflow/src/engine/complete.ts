import { DomainError } from '@karez/kernel';
import type { TaskAnswer } from './engine.types.js';
import { moveOn } from './move.js';
import { isUndone, type TaskRow } from './rows.js';
import type { Run } from './run.js';
import { closeStep, counts, dropWithFollowers, settleStep } from './step.js';

/** Answers an open task of the actor's and moves on as far as that leads. */
export async function completeTask(run: Run, task: TaskRow, { outcome, opinion, variables }: TaskAnswer): Promise<void> {
  const node = run.map.human(task.node_id);
  if (outcome.trim() === '' || (counts(task) && node.outcomes && !node.outcomes.includes(outcome)))
    throw new DomainError('workflow.outcome_unknown', { node: node.name, allowed: node.outcomes?.join('、') ?? '' });
  run.closeTask(task, 'done', { outcome, opinion: opinion ?? null, variables: variables ?? null });
  run.event('task-done', { nodeId: node.id, taskId: task.id }, { kind: task.kind, outcome, opinion, variables });
  if (task.kind === 'consult') return;
  if (task.kind === 'before') return reopenSigner(run, task);
  Object.assign(run.instance.variables, variables);
  openFollowers(run, task);
  const token = run.tokens.get(task.token_id)!;
  const result = await settleStep(run, token);
  if (!result) return;
  closeStep(run, token, result);
  await moveOn(run, node.id, [token.id], result.outcome);
}

const asked = (run: Run, by: TaskRow): TaskRow[] => [...run.tasks.values()].filter((task) => task.for_task_id === by.id && isUndone(task));

/** The last added signature before a task gives it back to its holder. */
function reopenSigner(run: Run, answered: TaskRow): void {
  for (const open of asked(run, answered)) dropWithFollowers(run, open, 'not_needed');
  const signer = run.tasks.get(answered.for_task_id!)!;
  if (asked(run, signer).some(({ kind }) => kind === 'before')) return;
  run.changeTask(signer, { state: 'open' });
}

/** Those who sign after a task may now; questions that were asked for it are not needed any more. */
function openFollowers(run: Run, done: TaskRow): void {
  for (const task of asked(run, done)) {
    if (task.kind === 'after') run.changeTask(task, { state: 'open' });
    else dropWithFollowers(run, task, 'not_needed');
  }
}
