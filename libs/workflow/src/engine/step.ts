import { DomainError } from '@karez/kernel';
import type { HumanNode } from '../procedure/procedure.js';
import type { Seat, StepResult } from './engine.types.js';
import { isUndone, type TaskRow, type TokenRow } from './rows.js';
import type { Run } from './run.js';

/** Opens a human step: its seats are resolved and their tasks opened. @throws DomainError `workflow.nobody_to_act` */
export async function openStep(run: Run, node: HumanNode, from: { parents: readonly string[]; viaEdge: string | null }): Promise<TokenRow> {
  const found = await run.options.resolve(node.assignee, node, run.context);
  const filled = found.filter(({ assignee, candidates }) => assignee !== undefined || (candidates?.length ?? 0) > 0);
  if (filled.length === 0) throw new DomainError('workflow.nobody_to_act', { node: node.name, role: node.assignee.role });
  const seats = (node.mode ?? 'single') === 'single' ? [onePool(filled)] : filled;
  const now = node.order === 'sequential' ? seats.slice(0, 1) : seats;
  const token = run.addToken(node.id, from.parents, 'at', from.viaEdge);
  run.changeToken(token, { seats: seats.length, pending: seats.slice(now.length) });
  for (const seat of now) await run.addTask(token, node, { seat, kind: 'work', state: 'open' });
  return token;
}

/** Several seats of a `single` step are one pool. */
function onePool(seats: readonly Seat[]): Seat {
  if (seats.length === 1) return seats[0]!;
  const keys = seats.flatMap(({ assignee, candidates = [] }) => (assignee ? [`person:${assignee.id}`, ...candidates] : candidates));
  const label = seats.find((seat) => seat.label)?.label;
  return { candidates: [...new Set(keys)], ...(label === undefined ? {} : { label }) };
}

export const counts = ({ kind }: TaskRow): boolean => kind === 'work' || kind === 'after';

/** What a step came to, or nothing while answers are missing. Cancels tasks that cannot matter any more; opens the next in turn. */
export async function settleStep(run: Run, token: TokenRow): Promise<StepResult | undefined> {
  const node = run.map.human(token.node_id);
  const mode = node.mode ?? 'single';
  const tasks = run.tasksOf(token).filter(counts);
  const done = tasks.filter(({ state }) => state === 'done').sort((a, b) => closing(a) - closing(b) || a.ordinal - b.ordinal);
  if (mode === 'any') dropRivals(run, tasks, done);
  const undone = tasks.filter(isUndone);
  const agreed = done.filter(({ outcome }) => (node.agreeing ?? ['agree']).includes(outcome ?? '')).length;
  const result = (outcome: string): StepResult => ({ outcome, seats: token.seats, answered: done.length, agreed });
  if (mode === 'ratio') {
    const needed = Math.ceil((node.ratio ?? 1) * token.seats - 1e-9);
    if (agreed >= needed) return result('agree');
    if (agreed + undone.length + token.pending.length < needed) return result('disagree');
  }
  if (undone.length > 0) return undefined;
  const [next, ...rest] = mode === 'any' ? [] : token.pending;
  if (next) {
    run.changeToken(token, { pending: rest });
    await run.addTask(token, node, { seat: next, kind: 'work', state: 'open' });
    return undefined;
  }
  if (mode === 'single' || mode === 'any') return result(done.at(-1)?.outcome ?? '');
  return result(agreed === token.seats ? 'agree' : 'disagree');
}
const closing = ({ closed_at: at }: TaskRow): number => (at === null ? 0 : Date.parse(at));

/** `any`: once one has answered, only those who sign after him still matter. */
function dropRivals(run: Run, tasks: readonly TaskRow[], done: readonly TaskRow[]): void {
  const winner = done.find(({ kind }) => kind === 'work');
  if (!winner) return;
  const rivals = tasks.filter((task) => task.kind === 'work' && task !== winner);
  for (const rival of rivals) dropWithFollowers(run, rival, 'decided_by_other');
}

/** Cancels a task with whatever was asked for on its account. */
export function dropWithFollowers(run: Run, task: TaskRow, reason: string): void {
  run.cancelTask(task, reason);
  for (const follower of run.tasks.values()) {
    if (follower.for_task_id === task.id && isUndone(follower)) dropWithFollowers(run, follower, reason);
  }
}

/** Leaves a settled step: the rest of its tasks is not needed, its result can be read by guards. */
export function closeStep(run: Run, token: TokenRow, result: StepResult): void {
  for (const task of run.tasksOf(token)) run.cancelTask(task, 'not_needed');
  run.changeToken(token, { state: 'passed', pending: [] });
  run.instance.steps[token.node_id] = result;
  run.event('step-done', { nodeId: token.node_id }, { ...result });
}
