import type {
  InstanceState,
  InstanceView,
  PersonRef,
  Seat,
  StepResult,
  Suspension,
  TaskKind,
  TaskState,
  TaskView,
} from './engine.types.js';

/** Rows as the tables have them, times as ISO 8601 text: they travel to and from PostgreSQL as JSON. */
export interface InstanceRow {
  readonly id: string;
  readonly code: string;
  version: number;
  readonly subject_kind: string;
  readonly subject_id: string;
  state: InstanceState;
  variables: Record<string, unknown>;
  steps: Record<string, StepResult>;
  suspension: Suspension | null;
  outcome: string | null;
  superseded_by: string | null;
  readonly started_at: string;
  readonly started_by_id: string;
  readonly started_by_name: string;
  ended_at: string | null;
  /** The last ordinal given to an event. */
  counter: number;
  /** The last ordinal given to a token. */
  tokens: number;
}
export interface TokenRow {
  readonly id: string;
  readonly instance_id: string;
  node_id: string;
  via_edge: string | null;
  state: 'at' | 'joining' | 'passed' | 'cancelled' | 'ended';
  readonly parents: readonly string[];
  seats: number;
  /** Seats of a sequential step whose turn has not come. */
  pending: readonly Seat[];
  readonly ordinal: number;
  readonly arrived_at: string;
  left_at: string | null;
}
export interface TaskRow {
  readonly id: string;
  readonly instance_id: string;
  readonly token_id: string;
  node_id: string;
  node_name: string;
  readonly kind: TaskKind;
  state: TaskState;
  readonly for_task_id: string | null;
  readonly label: string | null;
  readonly candidates: readonly string[];
  assignee_id: string | null;
  assignee_name: string | null;
  delegate_id: string | null;
  delegate_name: string | null;
  claimed_at: string | null;
  readonly opened_at: string;
  readonly due_at: string | null;
  readonly limit_days: number | null;
  readonly form: string | null;
  readonly document: string | null;
  request: string | null;
  outcome: string | null;
  opinion: string | null;
  variables: Readonly<Record<string, unknown>> | null;
  closed_at: string | null;
  closed_by_id: string | null;
  closed_by_name: string | null;
  closed_reason: string | null;
  readonly ordinal: number;
}

export const isLive = (token: TokenRow): boolean => token.state === 'at' || token.state === 'joining';
export const isUndone = (task: TaskRow): boolean => task.state === 'open' || task.state === 'waiting';
const person = (id: string | null, name: string | null): PersonRef | undefined => (id === null ? undefined : { id, name: name ?? '' });

/** Drops what is absent, so that views carry no nulls. */
const present = <T extends object>(view: { readonly [K in keyof T]: T[K] | null | undefined }): T =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined && value !== null)) as T;
const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

export function instanceView(row: InstanceRow, tokens: Iterable<TokenRow>): InstanceView {
  const at = [...tokens].filter(({ state }) => state === 'at').sort((a, b) => a.ordinal - b.ordinal);
  return present<InstanceView>({
    ...{ id: row.id, code: row.code, version: row.version, subjectKind: row.subject_kind, subjectId: row.subject_id },
    ...{ state: row.state, variables: row.variables, steps: row.steps, suspension: row.suspension },
    ...{ outcome: row.outcome, supersededBy: row.superseded_by, startedAt: new Date(row.started_at), endedAt: date(row.ended_at) },
    startedBy: { id: row.started_by_id, name: row.started_by_name },
    at: at.map(({ node_id: id }) => id),
  });
}

export function taskView(row: TaskRow): TaskView {
  return present<TaskView>({
    ...{ id: row.id, instanceId: row.instance_id, nodeId: row.node_id, nodeName: row.node_name, kind: row.kind, state: row.state },
    ...{ forTaskId: row.for_task_id, label: row.label, candidates: row.candidates, shownAs: shownAs(row) },
    assignee: person(row.assignee_id, row.assignee_name),
    delegate: person(row.delegate_id, row.delegate_name),
    ...{ openedAt: new Date(row.opened_at), dueAt: date(row.due_at), limitDays: row.limit_days },
    ...{ form: row.form, document: row.document, request: row.request, outcome: row.outcome, opinion: row.opinion },
    ...{ closedAt: date(row.closed_at), closedBy: person(row.closed_by_id, row.closed_by_name), closedReason: row.closed_reason },
  });
}

/** Whoever acted for the holder stays visible; a delegate who in the end did nothing does not. */
function shownAs({ assignee_name: holder, delegate_id: id, delegate_name: delegate, closed_by_id: closer }: TaskRow): string | null {
  const acts = id !== null && (closer === null || closer === id);
  return holder !== null && acts ? `${holder}(${delegate}代)` : holder;
}
