import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { NeedsPerson } from '@karez/contracts-exchange';
import type { Actor } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { recipientWords, rejectedWords, returnedWords, stalledWords } from './attention.words.js';

interface Stopped {
  readonly state: 'stalled' | 'rejected' | 'returned';
  readonly dispatchId: string;
  readonly title: string;
  readonly code: string | null;
  readonly count: number;
  readonly deliveryId: string;
  readonly recipient: string;
  readonly reason: string | null;
  readonly since: Date;
}
/** Nobody has resent, reissued or taken note of it. */
const untouched = `(delivery.state = 'stalled' or delivery.acknowledged_at is null and (delivery.state = 'returned' or delivery.superseded_by_id is null))`;
const code = `case when delivery.state = 'stalled' then delivery.last_error end`;
const since = `case when delivery.state = 'stalled' then coalesce(delivery.first_failed_at, delivery.sent_at) else delivery.decided_at end`;

/** Deliveries of the caller's bodies that wait for their own sender; those of one dispatch that stopped for one reason are one matter. */
@Injectable()
export class SentAttention {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(actor: Actor, limit: number): Promise<NeedsPerson[]> {
    const { sql, params } = scopeSql(actor, 'exchange.dispatch.read', { org: 'delivery.org_id' });
    const stopped = await this.source
      .createQueryBuilder()
      .select('delivery.state', 'state')
      .addSelect('delivery.dispatch_id', 'dispatchId')
      .addSelect('dispatch.title', 'title')
      .addSelect(code, 'code')
      .addSelect('count(*)::int', 'count')
      .addSelect('(array_agg(delivery.id order by delivery.ordinal))[1]', 'deliveryId')
      .addSelect('(array_agg(delivery.recipient_name order by delivery.ordinal))[1]', 'recipient')
      .addSelect('(array_agg(delivery.reason_text order by delivery.ordinal))[1]', 'reason')
      .addSelect(`max(${since})`, 'since')
      .from('delivery', 'delivery')
      .innerJoin('dispatch', 'dispatch', 'dispatch.id = delivery.dispatch_id')
      .where(`delivery.state in ('stalled', 'rejected', 'returned') and ${untouched}`)
      .andWhere(sql, params)
      .groupBy('delivery.state')
      .addGroupBy('delivery.dispatch_id')
      .addGroupBy('dispatch.title')
      .addGroupBy(code)
      .orderBy('"since"', 'DESC')
      .limit(limit)
      .getRawMany<Stopped>();
    return stopped.map(matterOf);
  }
}

function matterOf({ state, dispatchId, title, code: stoppedBy, count, deliveryId, recipient, reason, since: at }: Stopped): NeedsPerson {
  const recipients = recipientWords(recipient, count);
  const why = count === 1 ? reason : null;
  const said = {
    ...{ stalled: stalledWords(title, recipients, stoppedBy), rejected: rejectedWords(title, recipients, why) },
    returned: returnedWords(title, recipients, why),
  };
  return { kind: state, ...said[state], since: at.toISOString(), dispatchId, ...(count === 1 && { deliveryId }) };
}
