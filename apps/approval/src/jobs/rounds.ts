import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { LampJob } from '../case/lamp.job.js';
import { RenewalJob } from '../licence/renewal.job.js';
import { SilenceJob } from '../case/silence.job.js';

/** When the jobs run. Each is right at any time and beside another process, so a plain clock is enough. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #turns = new Set<Promise<void>>();

  constructor(
    private readonly silence: SilenceJob,
    private readonly lamps: LampJob,
    private readonly renewals: RenewalJob,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#every(30_000, 'acceptance by silence', () => this.silence.run());
    this.#every(60_000, 'lamps of cases', () => this.lamps.run());
    this.#every(600_000, 'renewals of licences', () => this.renewals.run());
  }

  /** What is under way is finished first: the database is still there. */
  async onModuleDestroy(): Promise<void> {
    this.#timers.forEach(clearInterval);
    await Promise.all(this.#turns);
  }

  #every(ms: number, what: string, run: () => Promise<unknown>): void {
    let running = false;
    const turn = async (): Promise<void> => {
      if (running) return;
      running = true;
      await run().catch((error: unknown) => this.watch.healing(what, error));
      running = false;
    };
    const begin = (): void => {
      const under = turn().finally(() => this.#turns.delete(under));
      this.#turns.add(under);
    };
    this.#timers.push(setInterval(begin, ms).unref());
    begin();
  }
}
