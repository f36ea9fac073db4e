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
/** How many tasks run at a time: a slow one must not keep the others waiting. */
const atOnce = 4;
/** How long a stop waits for tasks under way. What is not done by then is taken again elsewhere, when its lease has lapsed. */
const drainMs = 5_000;

/** Wakes due tasks: Bull to the second, a sweep of the table for everything Bull forgot. Redis may be lost at any time. */
export class TaskClock {
  #queue?: Bull.Queue<{ id: string }>;
  #timer?: NodeJS.Timeout;
  #sweeping: Promise<void> = Promise.resolve();
  readonly #running = new Set<Promise<unknown>>();
  readonly #clients: Redis[] = [];
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
    const drained = Promise.allSettled([this.#sweeping, ...this.#running]);
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
    await this.#queue?.close(true).catch(() => undefined);
    // Bull leaves clients that it did not make itself alone, and they would go on reconnecting for ever
    this.#clients.forEach((client) => client.disconnect());
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
        this.#clients.push(client);
        return client;
      },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (error) => this.watch.healing('task queue', error));
    void queue.process(atOnce, ({ data }) => this.#run(data.id)).catch((error: unknown) => this.watch.healing('task queue', error));
    this.#queue = queue;
  }

  async #sweep(): Promise<void> {
    const soon = await this.dataSource.query<{ id: string; seconds: string }[]>(
      `select id, extract(epoch from due_at - clock_timestamp()) as seconds from task
       where state = 'waiting' and kind = any($1) and due_at < clock_timestamp() + make_interval(secs => $2)
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by due_at limit 200`,
      [this.handlers.kinds, aheadSeconds],
    );
    for (const { id, seconds } of soon) {
      const wait = Number(seconds);
      if (wait < (this.#queue ? -patienceSeconds : 0)) await this.#whenFree(id);
      else void this.#queue?.add({ id }, { jobId: id, delay: Math.max(0, Math.ceil(wait * 1000)) }).catch(() => undefined);
    }
  }

  /** Takes a task up as soon as one of the places is free. One that fails is put back by the runner. */
  async #whenFree(id: string): Promise<void> {
    while (this.#running.size >= atOnce) await Promise.race(this.#running).catch(() => undefined);
    if (!this.#stopped) void this.#run(id).catch((error: unknown) => this.watch.healing('sweeping tasks', error));
  }

  async #run(id: string): Promise<void> {
    const run = this.runner.run(id);
    this.#running.add(run);
    try {
      await run;
    } finally {
      this.#running.delete(run);
    }
  }
}
