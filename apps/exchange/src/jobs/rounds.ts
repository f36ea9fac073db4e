import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { Rounds } from '@karez/service';
import { OverdueJob } from '../deadline/overdue.job.js';
import { TidyFeedJob } from '../feed/tidy-feed.job.js';
import { EnsureKeysJob } from '../key/ensure-keys.job.js';

/** When the jobs run. */
@Injectable()
export class ExchangeRounds extends Rounds {
  constructor(
    private readonly keys: EnsureKeysJob,
    private readonly overdue: OverdueJob,
    private readonly feed: TidyFeedJob,
    @Inject('Watch') watch: Watch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(2_000, 'body keys', () => this.keys.run());
    this.every(15_000, 'overdue deliveries', () => this.overdue.run());
    this.every(3_600_000, 'old events of the feed', () => this.feed.run());
  }
}
