import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { Rounds } from '@karez/service';
import { ForgottenFilesJob } from './forgotten-files.job.js';
import { ScrubJob } from './scrub.job.js';
import { UnfinishedUploadsJob } from './unfinished-uploads.job.js';
import { UnusedBytesJob } from './unused-bytes.job.js';

const minuteMs = 60_000;

/** When the jobs run. */
@Injectable()
export class FilesRounds extends Rounds {
  constructor(
    private readonly unfinished: UnfinishedUploadsJob,
    private readonly forgotten: ForgottenFilesJob,
    private readonly unused: UnusedBytesJob,
    private readonly scrub: ScrubJob,
    @Inject('Watch') watch: Watch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(5 * minuteMs, 'unfinished uploads', () => this.unfinished.run());
    this.every(5 * minuteMs, 'forgotten files', () => this.forgotten.run());
    this.every(10 * minuteMs, 'unused bytes', () => this.unused.run());
    this.every(60 * minuteMs, 'scrub', () => this.scrub.run());
  }
}
