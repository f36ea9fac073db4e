import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { Rounds } from '@karez/service';
import { LampJob } from '../case/lamp.job.js';
import { RenewalJob } from '../licence/renewal.job.js';
import { SilenceJob } from '../case/silence.job.js';

/** When the jobs run. */
@Injectable()
export class ApprovalRounds extends Rounds {
  constructor(
    private readonly silence: SilenceJob,
    private readonly lamps: LampJob,
    private readonly renewals: RenewalJob,
    @Inject('Watch') watch: Watch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(30_000, 'acceptance by silence', () => this.silence.run());
    this.every(60_000, 'lamps of cases', () => this.lamps.run());
    this.every(600_000, 'renewals of licences', () => this.renewals.run());
  }
}
