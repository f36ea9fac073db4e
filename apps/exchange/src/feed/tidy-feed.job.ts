import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ExchangeConfig } from '../config.js';

const dayMs = 86_400_000;
const batch = 5_000;

/** Takes the oldest events and remembers for each body how far, in one statement: a cursor from before is never told that all is well. */
const removeOldest = `
  with old as (select id from feed_event where at < $1 order by at limit $2 for update skip locked),
    gone as (delete from feed_event using old where feed_event.id = old.id returning feed_event.org_id, txid, position),
    noted as (
      insert into feed_horizon (org_id, txid, position)
      select distinct on (org_id) org_id, txid, position from gone order by org_id, txid desc, position desc
      on conflict (org_id) do update set txid = excluded.txid, position = excluded.position
      where (excluded.txid, excluded.position) > (feed_horizon.txid, feed_horizon.position))
  select count(*)::int as count from gone`;

/** Events that are older than what is kept go, batch after batch. */
@Injectable()
export class TidyFeedJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: ExchangeConfig,
  ) {}

  /** @returns how many events went */
  async run(now = new Date()): Promise<number> {
    const until = new Date(now.getTime() - this.config.feedDays * dayMs);
    for (let removed = 0; ;) {
      const [{ count }] = await this.source.query<[{ count: number }]>(removeOldest, [until, batch]);
      removed += count;
      if (count < batch) return removed;
    }
  }
}
