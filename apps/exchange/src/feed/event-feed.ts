import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { FeedEvent, FeedEvents, ReadEvents } from '@karez/contracts-exchange';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { beginning, cursorOf, type FeedPlace, placeOf } from './feed-cursor.js';

/** As many as one answer holds; fewer when the caller says so. */
const page = 100;
/**
 * Events are written by transactions that commit in any order. Only those below the oldest one still running are shown, so that a
 * cursor never overtakes a late commit (as libs/messaging's feed does for the outbox).
 */
export const settled = 'event.txid < pg_snapshot_xmin(pg_current_snapshot())';

interface Raw extends Omit<FeedEvent, 'at' | 'cursor'>, FeedPlace {
  readonly at: Date;
}

/** 交换事件, for the systems of the bodies. */
@Injectable()
export class EventFeed {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Events of the bodies that the caller reaches with `exchange.event.read`, from the oldest on.
   * @throws DomainError `list.cursor_invalid`, `exchange.feed.cursor_expired`
   */
  async read({ after = beginning, limit = page }: ReadEvents, { actor }: Ctx): Promise<FeedEvents> {
    const place = placeOf(after);
    const { sql, params } = scopeSql(actor, 'exchange.event.read', { org: 'event.org_id' });
    const items = await this.#rows(this.#after(place, limit).andWhere(sql, params));
    // looked at afterwards: what was removed while the events were read is noticed too
    if (after !== beginning) await this.#assertKept(place, actor);
    return { items, cursor: items.at(-1)?.cursor ?? after };
  }

  /** The next events of one body. */
  ofBody(orgId: string, place: FeedPlace, limit: number): Promise<FeedEvent[]> {
    return this.#rows(this.#after(place, limit).andWhere('event.org_id = :orgId', { orgId }));
  }

  /** Of no body in reach has anything after this place been removed. */
  async #assertKept({ txid, position }: FeedPlace, actor: Actor): Promise<void> {
    const { sql, params } = scopeSql(actor, 'exchange.event.read', { org: 'horizon.org_id' });
    const beyond = await this.source
      .createQueryBuilder()
      .select('1', 'one')
      .from('feed_horizon', 'horizon')
      .where('(horizon.txid, horizon.position) > (:txid::xid8, :position::bigint)', { txid, position })
      .andWhere(sql, params)
      .limit(1)
      .getRawOne<object>();
    if (beyond) throw new DomainError('exchange.feed.cursor_expired');
  }

  #after({ txid, position }: FeedPlace, limit: number): SelectQueryBuilder<ObjectLiteral> {
    return this.source
      .createQueryBuilder()
      .select(['event.id as id', 'event.kind as kind', 'event.at as at', 'event.org_id as "orgId"', 'event.delivery_id as "deliveryId"'])
      .addSelect(['event.dispatch_id as "dispatchId"', 'event.side as side', 'event.state as state'])
      .addSelect(['event.txid::text as txid', 'event.position::text as position'])
      .from('feed_event', 'event')
      .where('(event.txid, event.position) > (:txid::xid8, :position::bigint)', { txid, position })
      .andWhere(settled)
      .orderBy('event.txid')
      .addOrderBy('event.position')
      .limit(limit);
  }

  async #rows(query: SelectQueryBuilder<ObjectLiteral>): Promise<FeedEvent[]> {
    const rows = await query.getRawMany<Raw>();
    return rows.map(({ txid, position, at, ...event }) => ({ ...event, at: at.toISOString(), cursor: cursorOf({ txid, position }) }));
  }
}
