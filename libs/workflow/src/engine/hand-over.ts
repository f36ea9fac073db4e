import { DomainError } from '@karez/kernel';
import type { AddSign, Consult, HandOver, Seat } from './engine.types.js';
import { assertReason } from './holder.js';
import type { TaskRow } from './rows.js';
import type { Run } from './run.js';
import { counts } from './step.js';

const about = (task: TaskRow) => ({ nodeId: task.node_id, taskId: task.id });

export function claimTask(run: Run, task: TaskRow): void {
  const { id, name } = run.actor;
  if (task.assignee_id === id) return;
  run.changeTask(task, { assignee_id: id, assignee_name: name, claimed_at: run.now });
  run.event('claimed', about(task));
}
export function releaseTask(run: Run, task: TaskRow): void {
  if (task.assignee_id === null) return;
  if (task.candidates.length === 0) throw new DomainError('workflow.task_without_pool');
  run.changeTask(task, { ...{ assignee_id: null, assignee_name: null, claimed_at: null }, ...{ delegate_id: null, delegate_name: null } });
  run.event('released', about(task));
}
export function transferTask(run: Run, task: TaskRow, { to, reason, by = 'holder' }: HandOver): void {
  assertReason(reason);
  const from = task.assignee_id === null ? undefined : { id: task.assignee_id, name: task.assignee_name };
  const change = { assignee_id: to.id, assignee_name: to.name, claimed_at: run.now, delegate_id: null, delegate_name: null };
  run.changeTask(task, { ...change, request: reason });
  run.event('transferred', about(task), { from, to, reason, by });
}
export function delegateTask(run: Run, task: TaskRow, { to, reason, by = 'holder' }: HandOver): void {
  assertReason(reason);
  // delegating an unclaimed task claims it first: there must be someone to act for
  if (task.assignee_id === null) claimTask(run, task);
  run.changeTask(task, { delegate_id: to.id, delegate_name: to.name });
  run.event('delegated', about(task), { to, reason, by });
}

export async function addSigners(run: Run, task: TaskRow, { when, seats, reason }: AddSign): Promise<void> {
  assertReason(reason);
  const node = run.map.human(task.node_id);
  if (!counts(task)) throw new DomainError('workflow.command_not_allowed', { node: node.name, command: 'addSign' });
  assertSeats(seats, node.name);
  const token = run.tokens.get(task.token_id)!;
  run.event('sign-added', about(task), { when, seats, reason });
  const state = when === 'before' ? 'open' : 'waiting';
  for (const seat of seats) await run.addTask(token, node, { seat, kind: when, state, forTask: task, request: reason });
  if (when === 'before') run.changeTask(task, { state: 'waiting' });
  else run.changeToken(token, { seats: token.seats + seats.length });
}

export async function consultOthers(run: Run, task: TaskRow, { seats, question }: Consult): Promise<void> {
  assertReason(question);
  const node = run.map.human(task.node_id);
  if (task.kind === 'consult') throw new DomainError('workflow.command_not_allowed', { node: node.name, command: 'consult' });
  assertSeats(seats, node.name);
  run.event('consulted', about(task), { seats, question });
  const token = run.tokens.get(task.token_id)!;
  for (const seat of seats) await run.addTask(token, node, { seat, kind: 'consult', state: 'open', forTask: task, request: question });
}

function assertSeats(seats: readonly Seat[], node: string): void {
  const empty = ({ assignee, candidates }: Seat): boolean => !assignee && (candidates?.length ?? 0) === 0;
  if (seats.length === 0 || seats.some(empty)) throw new DomainError('workflow.nobody_to_act', { node, role: '' });
}
