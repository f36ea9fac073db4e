import type { Actor } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { AssigneeRule, AutomaticNode, HumanNode } from '../procedure/procedure.js';

export type Variables = Readonly<Record<string, unknown>>;
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** One place at the table: a task is opened for it. Give `assignee` for a known person, `candidates` for a pool that may claim it, or both. */
export interface Seat {
  readonly assignee?: PersonRef;
  /** Keys as `WorkflowOptions.keysOf` makes them of an actor: `person:<id>`, `post:<id>`, `body:<id>`, or the service's own such as `role:window@<bodyId>`. */
  readonly candidates?: readonly string[];
  /** Shown with the task: 水资源管理处. */
  readonly label?: string;
}

export interface StepContext {
  readonly tx: Tx;
  readonly instance: InstanceView;
}
export interface WorkflowOptions {
  /**
   * Who sits where: at least one seat. `single` puts all seats' people into one task; the other modes open a task per seat, in this order.
   * No seat is the refusal `workflow.nobody_to_act`: the command that led here does not happen.
   */
  readonly resolve: (rule: AssigneeRule, node: HumanNode, context: StepContext) => Promise<readonly Seat[]>;
  /** Automatic steps by name. Each runs in the command's transaction; what it returns is merged into the variables; what it throws undoes the command. */
  readonly handlers?: Readonly<Record<string, (node: AutomaticNode, context: StepContext) => Promise<Variables | undefined>>>;
  /** The due date of a task that opens now; without it tasks have none. */
  readonly dueAt?: (node: HumanNode, context: StepContext) => Promise<Date | undefined>;
  /** What an actor may claim as; default: `person:`, `post:` and `body:` keys of the actor. */
  readonly keysOf?: (actor: Actor) => readonly string[];
  /** Roles that `publish` lets a procedure name; without it any. */
  readonly roles?: readonly string[];
}

export type InstanceState = 'running' | 'suspended' | 'ended' | 'withdrawn' | 'superseded';
/** `waiting`: behind a signature that was asked for before it, or before its turn after another. */
export type TaskState = 'open' | 'waiting' | 'done' | 'returned' | 'cancelled';
/** `work` is the procedure's own; `before` and `after` were added by signers; `consult` asks an opinion and moves nothing. */
export type TaskKind = 'work' | 'before' | 'after' | 'consult';

export interface Suspension {
  /** The service's word for why the clock stands still: `hearing`, `expert-review` … */
  readonly kind: string;
  /** Number of the document that told the applicant. */
  readonly document?: string;
  readonly reason?: string;
  /** ISO 8601. */
  readonly since: string;
  readonly by: PersonRef;
}
export interface StepResult {
  readonly outcome: string;
  /** Counted seats: asked, answered, agreeing. */
  readonly seats: number;
  readonly answered: number;
  readonly agreed: number;
}
export interface InstanceView {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly state: InstanceState;
  readonly variables: Variables;
  /** The latest result of each human step, by node id. */
  readonly steps: Readonly<Record<string, StepResult>>;
  readonly suspension?: Suspension;
  /** Of the end that was reached, once it ended. */
  readonly outcome?: string;
  readonly supersededBy?: string;
  readonly startedAt: Date;
  readonly startedBy: PersonRef;
  readonly endedAt?: Date;
  /** Where it stands: human nodes with live tokens, in order of arrival. */
  readonly at: readonly string[];
}
export interface TaskView {
  readonly id: string;
  readonly instanceId: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  /** The task that asked for this one (add-sign, consult). */
  readonly forTaskId?: string;
  /** The seat's label. */
  readonly label?: string;
  readonly assignee?: PersonRef;
  readonly delegate?: PersonRef;
  /** 甲, or 甲(乙代) when 乙 acts or acted for 甲. */
  readonly shownAs?: string;
  readonly candidates: readonly string[];
  readonly openedAt: Date;
  readonly dueAt?: Date;
  readonly limitDays?: number;
  readonly form?: string;
  readonly document?: string;
  /** Reason or question with which it was asked for, transferred or delegated. */
  readonly request?: string;
  readonly outcome?: string;
  readonly opinion?: string;
  readonly closedAt?: Date;
  readonly closedBy?: PersonRef;
  /** Why it was closed without an answer: `decided_by_other`, `returned`, `withdrawn`, `superseded`, `terminated`, `not_needed`. */
  readonly closedReason?: string;
}

export type WorkflowEventKind =
  | 'started'
  | 'passed'
  | 'decided'
  | 'automatic'
  | 'step-done'
  | 'joined'
  | 'ended'
  | 'task-opened'
  | 'task-done'
  | 'task-cancelled'
  | 'claimed'
  | 'released'
  | 'transferred'
  | 'delegated'
  | 'sign-added'
  | 'consulted'
  | 'returned'
  | 'suspended'
  | 'resumed'
  | 'withdrawn'
  | 'superseded'
  | 'migrated';
/** One line of the history; numbered 1, 2, 3 … without gaps within its instance, never changed. */
export interface WorkflowEvent {
  readonly ordinal: number;
  readonly kind: WorkflowEventKind;
  readonly nodeId?: string;
  readonly taskId?: string;
  readonly actor: PersonRef;
  readonly at: Date;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a command did: put it into the reply, so that no list is stale. */
export interface Moved {
  readonly instance: InstanceView;
  /** Tasks that this command opened (or reopened), the next ones to be worked on. */
  readonly opened: readonly TaskView[];
  /** Tasks that this command closed, the caller's own first. */
  readonly closed: readonly TaskView[];
  /** Tasks that changed hands or waiting otherwise. */
  readonly changed: readonly TaskView[];
  readonly events: readonly WorkflowEvent[];
  readonly ended: boolean;
}

/** Evidence of the refusal `workflow.task_closed`: who was first. */
export interface TaskWinner {
  readonly taskId: string;
  readonly state: TaskState;
  readonly by?: PersonRef;
  /** ISO 8601. */
  readonly at?: string;
  readonly outcome?: string;
  readonly reason?: string;
}

export interface StartInstance {
  readonly code: string;
  /** Default: the newest published version. */
  readonly version?: number;
  /** Id of the new instance; default a new one. */
  readonly id?: string;
  /** What it is about: `case` and the case's id. */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly variables?: Variables;
}
export interface TaskAnswer {
  /** `agree`, `disagree` or the procedure's own words. */
  readonly outcome: string;
  readonly opinion?: string;
  /** Merged into the instance's variables (top level). A consulted or before-signer's variables are kept with the task only. */
  readonly variables?: Variables;
}
export interface HandOver {
  readonly to: PersonRef;
  readonly reason: string;
  /** `supervisor` when the service has checked that the caller may move another's task; default `holder`. */
  readonly by?: 'holder' | 'supervisor';
}
export interface AddSign {
  readonly when: 'before' | 'after';
  readonly seats: readonly Seat[];
  readonly reason: string;
}
export interface Consult {
  readonly seats: readonly Seat[];
  readonly question: string;
}
export interface ReturnTo {
  readonly nodeId: string;
  readonly reason: string;
}
export interface Suspend {
  readonly kind: string;
  readonly document?: string;
  readonly reason?: string;
}
export interface Resume {
  readonly document?: string;
  readonly reason?: string;
}
export interface Supersede {
  /** The instance that takes its place, if there is one. */
  readonly by?: string;
  readonly reason: string;
}
export interface MigrateOptions {
  /** Default true: nothing is written. */
  readonly dryRun?: boolean;
  /** Node ids of the old version that have another id in the new one. */
  readonly nodes?: Readonly<Record<string, string>>;
}
export interface MigrationReport {
  readonly instanceId: string;
  readonly from: number;
  readonly to: number;
  /** Absent when it can be (or was) moved. */
  readonly refusal?: { readonly code: string; readonly params: Readonly<Record<string, unknown>> };
  /** What changes for this instance: where it stands, and what differs in the steps ahead of it. */
  readonly changes: readonly MigrationChange[];
}
export interface MigrationChange {
  readonly what: 'moves' | 'step-added' | 'step-removed' | 'step-changed';
  readonly nodeId: string;
  readonly from?: unknown;
  readonly to?: unknown;
}
