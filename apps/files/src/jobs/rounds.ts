import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { ForgottenFilesJob } from './forgotten-files.job.js';
import { ScrubJob } from './scrub.job.js';
import { UnfinishedUploadsJob } from './unfinished-uploads.job.js';
import { UnusedBytesJob } from './unused-bytes.job.js';

const minuteMs = 60_000;

/** When the jobs run. Each is right at any time and beside another process, so a plain clock is enough. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly unfinished: UnfinishedUploadsJob,
    private readonly forgotten: ForgottenFilesJob,
    private readonly unused: UnusedBytesJob,
    private readonly scrub: ScrubJob,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#every(5 * minuteMs, 'unfinished uploads', () => this.unfinished.run());
    this.#every(5 * minuteMs, 'forgotten files', () => this.forgotten.run());
    this.#every(10 * minuteMs, 'unused bytes', () => this.unused.run());
    this.#every(60 * minuteMs, 'scrub', () => this.scrub.run());
  }

  onModuleDestroy(): void {
    this.#timers.forEach(clearInterval);
  }

  #every(ms: number, what: string, run: () => Promise<unknown>): void {
    let running = false;
    const turn = async (): Promise<void> => {
      if (running) return;
      running = true;
      await run().catch((error: unknown) => this.watch.healing(what, error));
      running = false;
    };
    this.#timers.push(setInterval(() => void turn(), ms).unref());
  }
}
