import type { Opinion, TaskAct, TaskState, TaskView } from '@karez/contracts-approval';
import type { Actor, WorkingCalendar } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { lampAt } from '../clock/lamp.policy.js';
import { bodyOf, keysOf } from './posts.js';

/** A task with what a work list shows of its case. */
export interface TaskRow {
  readonly id: string;
  readonly node: string;
  readonly name: string;
  readonly kind: 'work' | 'before' | 'after' | 'consult';
  readonly state: 'open' | 'waiting' | 'done' | 'returned' | 'cancelled';
  readonly label: string | null;
  readonly candidates: readonly string[];
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly delegateId: string | null;
  readonly delegateName: string | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly limitDays: number | null;
  readonly outcome: string | null;
  readonly opinion: string | null;
  readonly request: string | null;
  readonly closedAt: Date | null;
  readonly running: boolean;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly subject: string;
  readonly applicantName: string;
}
/** Columns of `workflow_task task`, `workflow_instance instance` and `"case" kase`. */
export const taskColumns: Readonly<Record<keyof TaskRow, string>> = {
  ...{ id: 'task.id', node: 'task.node_id', name: 'task.node_name', kind: 'task.kind', state: 'task.state', label: 'task.label' },
  ...{ candidates: 'task.candidates', assigneeId: 'task.assignee_id', assigneeName: 'task.assignee_name' },
  ...{ delegateId: 'task.delegate_id', delegateName: 'task.delegate_name', openedAt: 'task.opened_at', dueAt: 'task.due_at' },
  ...{ limitDays: 'task.limit_days', outcome: 'task.outcome', opinion: 'task.opinion', request: 'task.request' },
  ...{ closedAt: 'task.closed_at', running: `instance.state = 'running'`, caseId: 'kase.id', caseNumber: 'kase.number' },
  ...{ itemName: 'kase.item_name', subject: 'kase.subject', applicantName: 'kase.applicant_name' },
};
const columns = Object.entries(taskColumns)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ');

/** All tasks of a case's run, oldest first. */
export const tasksOfRun = (manager: EntityManager, instanceId: string): Promise<TaskRow[]> =>
  manager.query(
    `select ${columns} from workflow_task task join workflow_instance instance on instance.id = task.instance_id
     join "case" kase on kase.id = instance.subject_id::uuid where task.instance_id = $1 order by task.ordinal`,
    [instanceId],
  );

export type Returnable = ReadonlyMap<string, { node: string; name: string }[]>;
/** Where tasks may be sent back to: the finished steps that they come from, nearest first. */
export async function returnableOf(manager: EntityManager, taskIds: readonly string[]): Promise<Returnable> {
  const found = new Map<string, { node: string; name: string }[]>();
  if (!taskIds.length) return found;
  const rows = await manager.query<{ taskId: string; node: string; name: string }[]>(
    `with recursive up(task_id, token_id) as (
       select task.id, parent from workflow_task task join workflow_token token on token.id = task.token_id, unnest(token.parents) parent
       where task.id = any($1::uuid[])
       union
       select up.task_id, parent from up join workflow_token token on token.id = up.token_id, unnest(token.parents) parent)
     select up.task_id as "taskId", token.node_id as node, min(earlier.node_name) as name
     from up join workflow_token token on token.id = up.token_id join workflow_task earlier on earlier.token_id = token.id
     group by up.task_id, token.node_id order by max(token.ordinal) desc`,
    [taskIds],
  );
  for (const { taskId, ...node } of rows) found.set(taskId, [...(found.get(taskId) ?? []), node]);
  return found;
}

/** Whether somebody holds a task, stands in for its holder, or may take it. */
export const isFor = ({ assigneeId, delegateId, candidates }: TaskRow, actor: Actor): boolean =>
  actor.realm === 'staff' &&
  (assigneeId === actor.id || delegateId === actor.id || (assigneeId === null && keysOf(actor).some((key) => candidates.includes(key))));

export function taskView(row: TaskRow, { actor, calendar, now, returnable }: TaskReader): TaskView {
  const mine = row.state === 'open' && row.running && isFor(row, actor);
  const returnTo = mine && (row.kind === 'work' || row.kind === 'after') ? (returnable.get(row.id) ?? []) : [];
  return {
    ...{ id: row.id, caseId: row.caseId, caseNumber: row.caseNumber, itemName: row.itemName, subject: row.subject },
    ...{ applicantName: row.applicantName, node: row.node, name: `${row.name}${kindNames[row.kind]}`, state: stateOf(row) },
    ...holderOf(row),
    openedAt: row.openedAt.toISOString(),
    ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
    lamp: row.closedAt ? 'none' : lampAt(calendar, row.dueAt, now),
    ...answerOf(row),
    acts: mine ? actsOn(row, returnTo.length > 0) : [],
    returnTo,
  };
}
function holderOf({ candidates, label, assigneeId, assigneeName, delegateName }: TaskRow) {
  const orgId = bodyOf(candidates);
  const holder = delegateName && assigneeName ? `${assigneeName}(${delegateName}代)` : assigneeName;
  return {
    ...(orgId && { orgId }),
    ...(label && { orgName: label }),
    ...(assigneeId && { assigneeId }),
    ...(holder && { assigneeName: holder }),
  };
}
function answerOf({ outcome, opinion, request, closedAt }: TaskRow) {
  const text = opinion ?? request;
  return {
    ...(isOpinion(outcome) && { opinion: outcome }),
    ...(text && { text }),
    ...(closedAt && { endedAt: closedAt.toISOString() }),
  };
}
export interface TaskReader {
  readonly actor: Actor;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly returnable: Returnable;
}

const kindNames = { work: '', before: '（前加签）', after: '（后加签）', consult: '（征求意见）' } as const;
const isOpinion = (outcome: string | null): outcome is Opinion => outcome === 'agree' || outcome === 'disagree' || outcome === 'noted';

export function stateOf({ state, assigneeId }: Pick<TaskRow, 'state' | 'assigneeId'>): TaskState {
  if (state === 'open' || state === 'waiting') return assigneeId ? 'claimed' : 'pending';
  return state === 'cancelled' ? 'cancelled' : 'done';
}

function actsOn({ kind, assigneeId, candidates }: TaskRow, mayReturn: boolean): TaskAct[] {
  const counts = kind === 'work' || kind === 'after';
  return [
    ...(assigneeId ? [] : (['claim'] as const)),
    ...(assigneeId && candidates.length ? (['release'] as const) : []),
    'complete',
    ...(mayReturn ? (['return'] as const) : []),
    ...(['transfer', 'delegate'] as const),
    ...(counts ? (['add_sign'] as const) : []),
    ...(kind === 'consult' ? [] : (['consult'] as const)),
  ];
}
