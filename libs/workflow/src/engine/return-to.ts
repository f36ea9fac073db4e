import { DomainError } from '@karez/kernel';
import type { ReturnTo } from './engine.types.js';
import { assertReason } from './holder.js';
import { isLive, isUndone, type TaskRow, type TokenRow } from './rows.js';
import type { Run } from './run.js';
import { counts, dropWithFollowers, openStep } from './step.js';

/** The finished human steps that a token comes from, nearest first, each once. Needs the whole past in the run. */
export function earlierSteps(run: Run, token: TokenRow): TokenRow[] {
  const seen = new Set<string>();
  const open = [...token.parents];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...run.tokens.get(id)!.parents);
  }
  const stays = [...seen].map((id) => run.tokens.get(id)!).filter(({ node_id: id }) => run.map.find(id)?.kind === 'human');
  const latest = new Map(stays.sort((a, b) => a.ordinal - b.ordinal).map((stay) => [stay.node_id, stay]));
  return [...latest.values()].sort((a, b) => b.ordinal - a.ordinal);
}

/**
 * Undoes what descends from the earlier stay and opens that step again in its place. A join that had consumed this line together with
 * others has to be reached again, so the others' tokens go back to waiting there: their steps and opinions stand.
 */
export async function returnToStep(run: Run, task: TaskRow, { nodeId, reason }: ReturnTo): Promise<void> {
  assertReason(reason);
  const here = run.map.human(task.node_id);
  if (!counts(task)) throw new DomainError('workflow.command_not_allowed', { node: here.name, command: 'return' });
  const token = run.tokens.get(task.token_id)!;
  const stay = earlierSteps(run, token).find(({ node_id: id }) => id === nodeId);
  if (!stay) throw new DomainError('workflow.return_not_earlier', { node: run.map.find(nodeId)?.name ?? nodeId });

  run.closeTask(task, 'returned', { outcome: 'return', opinion: reason, variables: null });
  run.event('returned', { nodeId: task.node_id, taskId: task.id }, { to: nodeId, reason });
  for (const follower of run.tasks.values()) {
    if (follower.for_task_id === task.id && isUndone(follower)) dropWithFollowers(run, follower, 'returned');
  }
  const undone = descendants(run, stay);
  for (const late of undone) {
    for (const id of late.parents) {
      const parent = run.tokens.get(id)!;
      if (parent !== stay && !undone.has(parent)) run.changeToken(parent, { state: 'joining' });
    }
  }
  // what is undone is cancelled even where it had passed: a later return must not take it for a step that stands
  for (const late of [stay, ...undone]) {
    if (isLive(late)) run.cancelToken(late, 'returned');
    else run.changeToken(late, { state: 'cancelled' });
    Reflect.deleteProperty(run.instance.steps, late.node_id);
  }
  // an end that the undone line had reached no longer stands
  run.instance.outcome = null;
  await openStep(run, run.map.human(nodeId), { parents: stay.parents, viaEdge: stay.via_edge });
}

/** What stands of all that came from a stay. */
function descendants(run: Run, stay: TokenRow): Set<TokenRow> {
  const found = new Set<TokenRow>();
  const from = (id: string): boolean => id === stay.id || found.has(run.tokens.get(id)!);
  for (const token of [...run.tokens.values()].sort((a, b) => a.ordinal - b.ordinal)) {
    if (token.state !== 'cancelled' && token.parents.some(from)) found.add(token);
  }
  return found;
}
