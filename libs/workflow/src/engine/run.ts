import { DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { HumanNode } from '../procedure/procedure.js';
import type { ProcedureMap } from '../procedure/procedure-map.js';
import type {
  InstanceView,
  Moved,
  PersonRef,
  Seat,
  StepContext,
  TaskKind,
  TaskState,
  WorkflowEvent,
  WorkflowEventKind,
  WorkflowOptions,
} from './engine.types.js';
import { instanceView, isLive, isUndone, type InstanceRow, type TaskRow, taskView, type TokenRow } from './rows.js';
import { type Loaded, writeState } from './store.js';

interface TaskSeat {
  readonly seat: Seat;
  readonly kind: TaskKind;
  readonly state: 'open' | 'waiting';
  readonly forTask?: TaskRow;
  readonly request?: string;
}

const blankTask = {
  ...{ delegate_id: null, delegate_name: null, claimed_at: null, outcome: null, opinion: null, variables: null },
  ...{ closed_at: null, closed_by_id: null, closed_by_name: null, closed_reason: null },
};
const textsOf = ({ limitDays, form, document }: HumanNode) => ({
  ...{ limit_days: limitDays ?? null, form: form ?? null, document: document ?? null },
});
const seated = ({ assignee, candidates, label }: Seat) => ({
  ...{ assignee_id: assignee?.id ?? null, assignee_name: assignee?.name ?? null, candidates: candidates ?? [], label: label ?? null },
});

/** One command at work on one instance: the rows in memory, and what became of them, written at the end in one statement. */
export class Run {
  readonly instance: InstanceRow;
  readonly tokens: Map<string, TokenRow>;
  readonly tasks: Map<string, TaskRow>;
  readonly #touchedTokens = new Set<TokenRow>();
  readonly #before = new Map<TaskRow, TaskState | undefined>();
  readonly #events: WorkflowEvent[] = [];

  constructor(
    readonly tx: Tx,
    readonly map: ProcedureMap,
    readonly options: WorkflowOptions,
    { instance, tokens, tasks }: Loaded,
  ) {
    this.instance = instance;
    this.tokens = new Map(tokens.map((token) => [token.id, token]));
    this.tasks = new Map(tasks.map((task) => [task.id, task]));
  }

  get actor(): PersonRef {
    return { id: this.tx.ctx.actor.id, name: this.tx.ctx.actor.name };
  }
  get now(): string {
    return this.tx.ctx.now.toISOString();
  }
  get view(): InstanceView {
    return instanceView(this.instance, this.tokens.values());
  }
  get context(): StepContext {
    return { tx: this.tx, instance: this.view };
  }

  event(kind: WorkflowEventKind, about: { nodeId?: string; taskId?: string } = {}, details: Readonly<Record<string, unknown>> = {}): void {
    const ordinal = (this.instance.counter += 1);
    this.#events.push({ ordinal, kind, ...about, actor: this.actor, at: this.tx.ctx.now, details });
  }

  addToken(nodeId: string, parents: readonly string[], state: TokenRow['state'], viaEdge: string | null): TokenRow {
    const token: TokenRow = {
      ...{ id: newId(), instance_id: this.instance.id, node_id: nodeId, via_edge: viaEdge, state, parents, seats: 0, pending: [] },
      ...{ ordinal: (this.instance.tokens += 1), arrived_at: this.now },
      left_at: state === 'at' || state === 'joining' ? null : this.now,
    };
    this.tokens.set(token.id, token);
    this.#touchedTokens.add(token);
    return token;
  }
  changeToken(token: TokenRow, change: Partial<TokenRow>): void {
    Object.assign(token, change);
    if (change.state) token.left_at = isLive(token) ? null : (token.left_at ?? this.now);
    this.#touchedTokens.add(token);
  }
  liveTokens(): TokenRow[] {
    return [...this.tokens.values()].filter(isLive).sort((a, b) => a.ordinal - b.ordinal);
  }
  tasksOf(token: TokenRow): TaskRow[] {
    return [...this.tasks.values()].filter(({ token_id: id }) => id === token.id).sort((a, b) => a.ordinal - b.ordinal);
  }

  async addTask(token: TokenRow, node: HumanNode, { seat, kind, state, forTask, request }: TaskSeat): Promise<TaskRow> {
    const due = kind === 'consult' ? undefined : await this.options.dueAt?.(node, this.context);
    const id = newId();
    this.event(
      'task-opened',
      { nodeId: node.id, taskId: id },
      { kind, state, ...seat, ...(forTask && { forTaskId: forTask.id }), ...(request && { request }) },
    );
    const task: TaskRow = {
      ...blankTask,
      ...{ id, instance_id: this.instance.id, token_id: token.id, node_id: node.id, node_name: node.name, kind, state },
      ...textsOf(node),
      ...seated(seat),
      ...{ opened_at: this.now, due_at: due?.toISOString() ?? null, ordinal: this.instance.counter },
      ...{ for_task_id: forTask?.id ?? null, request: request ?? null },
    };
    this.tasks.set(id, task);
    this.#before.set(task, undefined);
    return task;
  }
  changeTask(task: TaskRow, change: Partial<TaskRow>): void {
    if (!this.#before.has(task)) this.#before.set(task, task.state);
    Object.assign(task, change);
  }
  closeTask(task: TaskRow, state: 'done' | 'returned', answer: Pick<TaskRow, 'outcome' | 'opinion' | 'variables'>): void {
    const { id: closed_by_id, name: closed_by_name } = this.actor;
    const claim = task.assignee_id === null ? { assignee_id: closed_by_id, assignee_name: closed_by_name, claimed_at: this.now } : {};
    this.changeTask(task, { ...claim, ...answer, state, closed_at: this.now, closed_by_id, closed_by_name });
  }
  cancelTask(task: TaskRow, reason: string): void {
    if (!isUndone(task)) return;
    const { id: closed_by_id, name: closed_by_name } = this.actor;
    this.changeTask(task, { state: 'cancelled', closed_at: this.now, closed_by_id, closed_by_name, closed_reason: reason });
    this.event('task-cancelled', { nodeId: task.node_id, taskId: task.id }, { reason });
  }
  cancelToken(token: TokenRow, reason: string): void {
    for (const task of this.tasksOf(token)) this.cancelTask(task, reason);
    this.changeToken(token, { state: 'cancelled' });
  }

  /**
   * Writes what changed.
   * @throws DomainError `workflow.instance_stuck` when nobody could ever act on it again
   */
  async finish(): Promise<Moved> {
    this.#assertAlive();
    const tasks = [...this.#before.keys()];
    await writeState(this.tx, { instance: this.instance, tokens: [...this.#touchedTokens], tasks, events: this.#events });
    const views = (wanted: (task: TaskRow, was: TaskState | undefined) => boolean) =>
      tasks.filter((task) => wanted(task, this.#before.get(task))).map(taskView);
    return {
      instance: this.view,
      opened: views((task, was) => task.state === 'open' && was !== 'open'),
      closed: views((task) => !isUndone(task)),
      changed: views((task, was) => isUndone(task) && !(task.state === 'open' && was !== 'open')),
      events: this.#events,
      ended: this.instance.ended_at !== null,
    };
  }

  #assertAlive(): void {
    if (this.instance.ended_at !== null) return;
    const moving = [...this.tasks.values()].some(({ state, kind }) => state === 'open' && kind !== 'consult');
    if (moving) return;
    throw new DomainError('workflow.instance_stuck', {
      at: this.liveTokens()
        .map(({ node_id: id }) => this.map.node(id).name)
        .join('、'),
    });
  }
}
