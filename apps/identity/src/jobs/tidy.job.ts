import { Inject, Injectable } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { Rounds } from '@karez/service';
import { DataSource } from 'typeorm';

/** Deletes every hour what is of no more use to anybody. Doing it twice, or an hour late, harms nobody. */
@Injectable()
export class Tidy extends Rounds {
  constructor(
    private readonly dataSource: DataSource,
    @Inject('Watch') watch: Watch,
  ) {
    super(watch);
  }

  onApplicationBootstrap(): void {
    this.every(3_600_000, 'tidying', () => this.tidy());
  }

  async tidy(): Promise<void> {
    await this.dataSource.query(`delete from attempt where last_at < now() - interval '2 days'`);
    await this.dataSource.query(`delete from session_change where at < now() - interval '1 day'`);
    await this.dataSource.query(`delete from client_assertion_jti where expires_at < now()`);
    await this.dataSource.query(`delete from applicant_code where sent_at < now() - interval '2 days'`);
    await this.dataSource.query(`delete from signing_key where retired_at < now() - interval '1 day'`);
    // staff sessions say for 90 days from where somebody signs in; their refresh tokens go with them
    await this.dataSource.query(
      `delete from session where ends_at < now() - case realm when 'service' then interval '1 day' else interval '100 days' end`,
    );
    await this.dataSource.query(`delete from refresh_token where expires_at < now() - interval '1 day'`);
  }
}
