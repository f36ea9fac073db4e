import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Watch } from '@karez/messaging';

/**
 * Jobs that run again and again in a process. Each has to be right at any time and beside another process, so a plain clock is enough.
 * A service extends it with its list: what runs, and how often.
 */
export abstract class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #turns = new Set<Promise<void>>();
  readonly #watch: Watch;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Calls `every` for each job. */
  abstract onApplicationBootstrap(): void;

  /** What is under way is finished first: the database is still there. */
  async onModuleDestroy(): Promise<void> {
    this.#timers.forEach(clearInterval);
    await Promise.all(this.#turns);
  }

  /**
   * Runs a job at once and then every `ms` milliseconds; a turn that is due while the one before is under way is left out.
   * A job that fails is told to the watch as `what` and has its next turn.
   */
  protected every(ms: number, what: string, run: () => Promise<unknown>): void {
    let running = false;
    const turn = async (): Promise<void> => {
      if (running) return;
      running = true;
      try {
        await run();
      } catch (error) {
        this.#watch.healing(what, error);
      } finally {
        running = false;
      }
    };
    const begin = (): void => {
      const under = turn().finally(() => this.#turns.delete(under));
      this.#turns.add(under);
    };
    this.#timers.push(setInterval(begin, ms).unref());
    begin();
  }
}
