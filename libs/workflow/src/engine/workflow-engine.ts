import { DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { Procedure, TaskCommand } from '../procedure/procedure.js';
import { completeTask } from './complete.js';
import type {
  AddSign,
  Consult,
  HandOver,
  InstanceView,
  MigrateOptions,
  MigrationReport,
  Moved,
  Resume,
  ReturnTo,
  StartInstance,
  Supersede,
  Suspend,
  TaskAnswer,
  TaskView,
  WorkflowEvent,
  WorkflowOptions,
} from './engine.types.js';
import { addSigners, claimTask, consultOthers, delegateTask, releaseTask, transferTask } from './hand-over.js';
import { readHistory } from './history.js';
import { assertAllowed, assertHolder, assertOpen, assertRunning } from './holder.js';
import { resumeInstance, supersedeInstance, suspendInstance, withdrawInstance } from './lifecycle.js';
import { applyMigration, planMigration } from './migrate.js';
import { moveOn } from './move.js';
import { Procedures } from './procedures.js';
import { earlierSteps, returnToStep } from './return-to.js';
import { instanceView, type InstanceRow, type TaskRow, taskView } from './rows.js';
import { Run } from './run.js';
import { loadState, loadTask, lockInstance, lockInstanceOfTask, readInstance } from './store.js';

/**
 * Runs procedures over rows of the calling service's own database. Every method works in the caller's transaction and acts as `tx.ctx.actor`
 * at `tx.ctx.now`; the instance's row is locked first, so two commands on one instance follow each other. A refusal leaves everything as it was,
 * provided that the caller lets it end the transaction. Codes and texts: `workflowErrors`.
 *
 * Refusals that every command on a task shares: `not_found`, `workflow.task_closed` (evidence `TaskWinner`), `workflow.task_waiting`,
 * `workflow.task_not_yours`, `workflow.instance_suspended`, `workflow.command_not_allowed`.
 * Refusals of whatever moves a token: `workflow.nobody_to_act`, `workflow.guard_failed`, `workflow.no_way`, `workflow.decision_failed`,
 * `workflow.handler_unknown`, `workflow.instance_stuck`.
 */
export class WorkflowEngine {
  readonly #procedures: Procedures;

  constructor(private readonly options: WorkflowOptions) {
    this.#procedures = new Procedures(options);
  }

  /**
   * Checks a procedure and keeps it. The same version with the same content may be published again.
   * @throws DomainError `workflow.procedure_refused` (evidence `{ findings }`), `workflow.version_taken`, `workflow.version_order`
   */
  publish(tx: Tx, procedure: Procedure): Promise<void> {
    return this.#procedures.publish(tx, procedure);
  }
  /** @throws DomainError `workflow.procedure_unknown` */
  async procedure(tx: Tx, code: string, version?: number): Promise<Procedure> {
    return (await this.#procedures.find(tx, code, version)).procedure;
  }

  /** @throws DomainError `workflow.procedure_unknown` */
  async start(tx: Tx, request: StartInstance): Promise<Moved> {
    const map = await this.#procedures.find(tx, request.code, request.version);
    const { actor, now } = tx.ctx;
    const instance: InstanceRow = {
      ...{ id: request.id ?? newId(), code: request.code, version: map.procedure.version, state: 'running' },
      ...{ subject_kind: request.subjectKind, subject_id: request.subjectId, variables: { ...request.variables }, steps: {} },
      ...{ suspension: null, outcome: null, superseded_by: null, started_at: now.toISOString(), ended_at: null, counter: 0, tokens: 0 },
      ...{ started_by_id: actor.id, started_by_name: actor.name },
    };
    const run = new Run(tx, map, this.options, { instance, tokens: [], tasks: [] });
    run.event('started', { nodeId: map.start.id }, { code: instance.code, version: instance.version });
    await moveOn(run, map.start.id, []);
    return run.finish();
  }
  /**
   * Answers a task; an unclaimed one is claimed by it.
   * @throws DomainError `workflow.outcome_unknown`
   */
  complete(tx: Tx, taskId: string, answer: TaskAnswer): Promise<Moved> {
    return this.#act(tx, taskId, {}, (run, task) => completeTask(run, task, answer));
  }
  /** @throws DomainError `workflow.task_claimed` with the evidence `{ by, at }` */
  claim(tx: Tx, taskId: string): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'claim', claims: true }, claimTask);
  }
  /** Gives a claimed task back to its pool. @throws DomainError `workflow.task_without_pool` */
  release(tx: Tx, taskId: string): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'release' }, releaseTask);
  }
  /** 转办: the task becomes another's. @throws DomainError `workflow.reason_missing` */
  transfer(tx: Tx, taskId: string, handOver: HandOver): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'transfer', supervisor: handOver.by === 'supervisor' }, (run, task) =>
      transferTask(run, task, handOver),
    );
  }
  /** 代办: the task stays its holder's, and the delegate may do it too; shown as 甲(乙代). @throws DomainError `workflow.reason_missing` */
  delegate(tx: Tx, taskId: string, handOver: HandOver): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'delegate', supervisor: handOver.by === 'supervisor' }, (run, task) =>
      delegateTask(run, task, handOver),
    );
  }
  /**
   * 加签. `before`: the task waits until the added signers have answered; their answers advise and are not counted. `after`: they sign once the
   * task is done; in `single` and `any` the last of them decides, in `all` and `ratio` they count as seats.
   * @throws DomainError `workflow.nobody_to_act`, `workflow.reason_missing`
   */
  addSign(tx: Tx, taskId: string, request: AddSign): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'addSign' }, (run, task) => addSigners(run, task, request));
  }
  /** 征求意见: asks others without moving anything; unanswered questions are cancelled when the task is done. @throws DomainError `workflow.nobody_to_act` */
  consult(tx: Tx, taskId: string, request: Consult): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'consult' }, (run, task) => consultOthers(run, task, request));
  }
  /**
   * 退回: what came after that step is undone in this line of the procedure and the step is opened again; other branches keep their tasks and
   * answers (a join that had already let them pass waits for this line once more); given opinions stay in the history.
   * @throws DomainError `workflow.return_not_earlier`, `workflow.reason_missing`
   */
  returnTo(tx: Tx, taskId: string, request: ReturnTo): Promise<Moved> {
    return this.#act(tx, taskId, { command: 'return', whole: true }, (run, task) => returnToStep(run, task, request));
  }
  /** The nodes that `returnTo` takes for this task, nearest first. */
  async returnable(tx: Tx, taskId: string): Promise<readonly { readonly nodeId: string; readonly name: string }[]> {
    const task = await loadTask(tx, taskId);
    const run = await this.#run(tx, await readInstance(tx, task.instance_id), true);
    return earlierSteps(run, run.tokens.get(task.token_id)!).map(({ node_id: nodeId }) => ({ nodeId, name: run.map.node(nodeId).name }));
  }

  /** 撤回: ends the instance; open tasks are cancelled. @throws DomainError `workflow.instance_over` */
  withdraw(tx: Tx, instanceId: string, request: { readonly reason: string }): Promise<Moved> {
    return this.#steer(tx, instanceId, (run) => withdrawInstance(run, request.reason));
  }
  /** @throws DomainError `workflow.instance_over`, `workflow.instance_suspended` */
  suspend(tx: Tx, instanceId: string, request: Suspend): Promise<Moved> {
    return this.#steer(tx, instanceId, (run) => suspendInstance(run, request));
  }
  /** @throws DomainError `workflow.instance_not_suspended` */
  resume(tx: Tx, instanceId: string, request: Resume): Promise<Moved> {
    return this.#steer(tx, instanceId, (run) => resumeInstance(run, request));
  }
  /** Ends the instance because another takes its place or it has lost its object. @throws DomainError `workflow.instance_over` */
  supersede(tx: Tx, instanceId: string, request: Supersede): Promise<Moved> {
    return this.#steer(tx, instanceId, (run) => supersedeInstance(run, request));
  }
  /**
   * Moves running instances to another version of their procedure, each or not at all; a refused one stays where it is and says why.
   * The dry run (the default) reports exactly what the real run would.
   */
  async migrate(
    tx: Tx,
    instanceIds: readonly string[],
    toVersion: number,
    options: MigrateOptions = {},
  ): Promise<readonly MigrationReport[]> {
    const reports: MigrationReport[] = [];
    // in one order everywhere, so that two migrations do not wait for each other
    for (const instanceId of [...instanceIds].sort()) {
      const run = await this.#run(tx, await lockInstance(tx, instanceId));
      const from = run.instance.version;
      const to = await this.#procedures.find(tx, run.instance.code, toVersion);
      const plan = planMigration(run, to, options);
      const { refusal, changes } = plan;
      reports.push({ instanceId, from, to: toVersion, changes, ...(refusal && { refusal }) });
      if (refusal || from === toVersion || options.dryRun !== false) continue;
      applyMigration(run, to, plan);
      await run.finish();
    }
    return reports;
  }

  /** @throws DomainError `not_found` */
  async instance(tx: Tx, instanceId: string): Promise<InstanceView> {
    const { instance, tokens } = await loadState(tx, await readInstance(tx, instanceId));
    return instanceView(instance, tokens);
  }
  /** All tasks of an instance, oldest first. */
  async tasks(tx: Tx, instanceId: string): Promise<readonly TaskView[]> {
    const { tasks } = await loadState(tx, await readInstance(tx, instanceId), true);
    return tasks.map(taskView);
  }
  /** The history from an ordinal on, at most `limit` lines (default 200). */
  history(tx: Tx, instanceId: string, range: { readonly after?: number; readonly limit?: number } = {}): Promise<readonly WorkflowEvent[]> {
    return readHistory(tx, instanceId, range);
  }

  async #act(tx: Tx, taskId: string, how: Command, work: (run: Run, task: TaskRow) => Promise<void> | void): Promise<Moved> {
    const instance = await lockInstanceOfTask(tx, taskId);
    const run = await this.#run(tx, instance, how.whole);
    // a task that is out of play is not among those at hand; who was first is read for the answer
    const task = run.tasks.get(taskId) ?? (await loadTask(tx, taskId));
    assertOpen(task);
    assertRunning(instance);
    if (how.claims) assertUnclaimed(task, tx.ctx.actor.id);
    if (!how.supervisor) assertHolder(task, tx.ctx.actor, this.options);
    if (how.command) assertAllowed(run.map.human(task.node_id), how.command);
    await work(run, task);
    return run.finish();
  }
  async #steer(tx: Tx, instanceId: string, work: (run: Run) => void): Promise<Moved> {
    const run = await this.#run(tx, await lockInstance(tx, instanceId));
    work(run);
    return run.finish();
  }
  async #run(tx: Tx, instance: InstanceRow, whole = false): Promise<Run> {
    const map = await this.#procedures.find(tx, instance.code, instance.version);
    return new Run(tx, map, this.options, await loadState(tx, instance, whole));
  }
}

interface Command {
  readonly command?: TaskCommand;
  /** The service vouches for a caller who does not hold the task. */
  readonly supervisor?: boolean;
  readonly claims?: boolean;
  /** Needs the whole past. */
  readonly whole?: boolean;
}

function assertUnclaimed({ assignee_id: id, assignee_name: name, claimed_at: at, delegate_id: delegate }: TaskRow, actorId: string): void {
  if (id === null || id === actorId || delegate === actorId) return;
  const claimed = at === null ? undefined : new Date(at).toISOString();
  throw new DomainError('workflow.task_claimed', { by: name, at: claimed ?? '' }, { by: { id, name }, ...(claimed && { at: claimed }) });
}
