import Bull from 'bull';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import type { Watch } from '../watch.js';
import type { TaskHandlers } from './task-handlers.js';
import type { TaskRunner } from './task-runner.js';

const sweepMs = 1_000;
const aheadSeconds = 30;
/** How long Bull may be late before the sweeper runs a task itself. */
const patienceSeconds = 2;

/** Wakes due tasks: Bull to the second, a sweep of the table for everything Bull forgot. Redis may be lost at any time. */
export class TaskClock {
  #queue?: Bull.Queue<{ id: string }>;
  #timer?: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly service: string,
    private readonly redisUrl: string | undefined,
    private readonly handlers: TaskHandlers,
    private readonly runner: TaskRunner,
    private readonly watch: Watch,
  ) {}

  start(): void {
    if (!this.handlers.kinds.length) return;
    if (this.redisUrl) this.#openQueue(this.redisUrl);
    const next = (): void => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#sweeping = this.#sweep()
          .catch((error: unknown) => this.watch.healing('sweeping tasks', error))
          .then(next);
      }, sweepMs);
    };
    next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#sweeping;
    await this.#queue?.close(true).catch(() => undefined);
  }

  #openQueue(redisUrl: string): void {
    const queue = new Bull<{ id: string }>(`${this.service}-tasks`, {
      createClient: (type) => {
        const client = new Redis(redisUrl, {
          maxRetriesPerRequest: type === 'client' ? 1 : null,
          enableReadyCheck: false,
          retryStrategy: () => 1_000,
        });
        client.on('error', () => undefined);
        return client;
      },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (error) => this.watch.healing('task queue', error));
    void queue
      .process(4, async ({ data }) => void (await this.runner.run(data.id)))
      .catch((error: unknown) => this.watch.healing('task queue', error));
    this.#queue = queue;
  }

  async #sweep(): Promise<void> {
    const soon = (await this.dataSource.query(
      `select id, extract(epoch from due_at - clock_timestamp()) as seconds from task
       where state = 'waiting' and kind = any($1) and due_at < clock_timestamp() + make_interval(secs => $2)
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by due_at limit 200`,
      [this.handlers.kinds, aheadSeconds],
    )) as { id: string; seconds: string }[];
    for (const { id, seconds } of soon) {
      const wait = Number(seconds);
      if (wait < (this.#queue ? -patienceSeconds : 0)) await this.runner.run(id);
      else void this.#queue?.add({ id }, { jobId: id, delay: Math.max(0, Math.ceil(wait * 1000)) }).catch(() => undefined);
    }
  }
}
