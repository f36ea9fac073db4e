import { Tx } from '@karez/persistence';
import type { Ctx } from '@karez/kernel';
import type { DataSource } from 'typeorm';
import { systemActor } from '../requests/request-server.js';
import type { Watch } from '../watch.js';
import type { DueTask, TaskHandlers } from './task-handlers.js';

const leaseSeconds = 120;
const maxAttempts = 10;
interface Claimed {
  readonly id: string;
  readonly kind: string;
  readonly payload: object;
  readonly attempts: number;
  readonly trace: string;
}

/** Runs one due row of `task`. The row is the truth: whoever wakes it (Bull, the sweeper, both) it takes effect once. */
export class TaskRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly service: string,
    private readonly handlers: TaskHandlers,
    private readonly watch: Watch,
  ) {}

  /** @returns false when the task was not due by the database's clock, taken by another, or over */
  async run(id: string): Promise<boolean> {
    const [claimed] = await this.#claim(id);
    if (!claimed) return false;
    const handler = this.handlers.of(claimed.kind);
    if (!handler) return false;
    // slow work (a scan of gigabytes) outlives one lease; only a process that is gone lets it lapse
    const renewal = setInterval(() => void this.#renew(id), (leaseSeconds * 1000) / 3);
    try {
      const task = this.#dueTask(claimed);
      await handler(task);
      await task.complete(() => Promise.resolve());
    } catch (error) {
      await this.#failed(claimed, error);
    } finally {
      clearInterval(renewal);
    }
    return true;
  }

  async #renew(id: string): Promise<void> {
    const sql = `update task set claimed_until = clock_timestamp() + make_interval(secs => $2) where id = $1 and state = 'waiting'`;
    await this.dataSource.query(sql, [id, leaseSeconds]).catch((error: unknown) => this.watch.healing(`lease of task ${id}`, error));
  }

  async #claim(id: string): Promise<Claimed[]> {
    const [rows] = await this.dataSource.query<[Claimed[], number]>(
      `update task set claimed_until = clock_timestamp() + make_interval(secs => $2), attempts = attempts + 1
       where id = $1 and state = 'waiting' and due_at <= clock_timestamp() and (claimed_until is null or claimed_until < clock_timestamp())
       returning id, kind, payload, attempts, trace`,
      [id, leaseSeconds],
    );
    return rows;
  }

  #dueTask({ id, payload, attempts, trace, kind }: Claimed): DueTask {
    return {
      ...{ id, payload, trace, attempt: attempts },
      complete: (work) =>
        this.dataSource.transaction(async (manager) => {
          const open = await manager.query<unknown[]>(`select 1 from task where id = $1 and state = 'waiting' for update`, [id]);
          if (!open.length) return;
          const tx = new Tx(manager, this.#context(id, kind, trace), this.service);
          await work(tx);
          await tx.tellHints();
          if (tx.touched) await tx.audit();
          await manager.query(`update task set state = 'done', done_at = clock_timestamp(), claimed_until = null where id = $1`, [id]);
        }),
    };
  }

  #context(id: string, kind: string, trace: string): Ctx {
    const now = new Date();
    return {
      actor: systemActor(this.service),
      commandId: id,
      operation: `task.${kind}`,
      requestDigest: id,
      trace,
      deadline: now.getTime() + leaseSeconds * 1000,
      now,
    };
  }

  /** Tries again later, ever more slowly; the last failure stays visible as a row in state `failed`. */
  async #failed({ id, kind, attempts }: Claimed, error: unknown): Promise<void> {
    const text = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const last = attempts >= maxAttempts;
    await this.dataSource.query(
      `update task set claimed_until = null, last_error = $2, state = case when $3 then 'failed' else state end,
         due_at = clock_timestamp() + make_interval(secs => $4) where id = $1 and state = 'waiting'`,
      [id, text, last, Math.min(3600, 2 ** attempts)],
    );
    if (last) this.watch.needsPerson('task failed', { id, kind });
    else this.watch.healing(`task ${kind} ${id}`, error);
  }
}
