import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { newId } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { settled } from './event-feed.js';
import type { FeedPlace } from './feed-cursor.js';
import { leasedColumns, type LeasedWebhook } from './webhook-row.js';

/** Longer than one post may take (webhook-round.ts), so that a lease that runs out belongs to a process that is gone. */
const leaseTime = `interval '60 seconds'`;
/** A receiver that was away for so long is left alone until a person resumes it. */
const patience = `interval '24 hours'`;
/** 2, 4, 8 … 900 s, each ± 20 %. */
const waitSeconds = (failures: number): number => Math.min(900, 2 ** Math.min(failures + 1, 10)) * (0.8 + Math.random() * 0.4);

/** Which process posts for which webhook, and how far each has come. All that a lost lease still writes comes to nothing. */
@Injectable()
export class WebhookLeases {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Webhooks that have something to be told and that nobody else sees to. */
  async take(most: number): Promise<LeasedWebhook[]> {
    const [rows] = await this.source.query<[LeasedWebhook[], number]>(
      `update webhook set lease = $1, leased_until = clock_timestamp() + ${leaseTime} where id in (
         select id from webhook where paused_at is null and next_at <= clock_timestamp()
           and (leased_until is null or leased_until < clock_timestamp())
           and exists (select 1 from feed_event event where event.org_id = webhook.org_id
             and (event.txid, event.position) > (webhook.txid, webhook.position) and ${settled})
         order by next_at, id limit $2 for update skip locked)
       returning ${leasedColumns}`,
      [newId(), most],
    );
    return rows;
  }

  /** This event is behind the webhook. @returns whether it goes on: false when the lease is lost, or the webhook removed */
  async advance(webhook: LeasedWebhook, { txid, position }: FeedPlace, posted: boolean): Promise<boolean> {
    const done = posted ? 'failures = 0, failing_since = null, last_error = null, last_delivered_at = clock_timestamp(),' : '';
    return this.#write(webhook, `${done} txid = $3::xid8, position = $4, leased_until = clock_timestamp() + ${leaseTime}`, [
      txid,
      position,
    ]);
  }

  /** The event could not be handed over; it keeps its place and comes again, ever more slowly, until a day has gone. */
  async failed(webhook: LeasedWebhook, reason: string): Promise<void> {
    await this.#write(
      webhook,
      `failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()), last_error = $3,
       paused_at = case when failing_since < clock_timestamp() - ${patience} then clock_timestamp() end,
       next_at = clock_timestamp() + make_interval(secs => $4), lease = null, leased_until = null`,
      [reason, waitSeconds(webhook.failures)],
    );
  }

  async release(webhook: LeasedWebhook): Promise<void> {
    await this.#write(webhook, 'lease = null, leased_until = null', []);
  }

  async #write({ id, lease }: LeasedWebhook, set: string, parameters: readonly unknown[]): Promise<boolean> {
    const [, count] = await this.source.query<[unknown[], number]>(`update webhook set ${set} where id = $1 and lease = $2`, [
      ...[id, lease],
      ...parameters,
    ]);
    return count > 0;
  }
}
