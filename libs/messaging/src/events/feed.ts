import type { EventEnvelope, FeedPage, ReadFeed, ReadStream, StreamEvents } from '@karez/contracts-kernel';
import type { DataSource } from 'typeorm';

/**
 * The producer's side of reconciliation. Only settled transactions are shown (below the oldest one still running), so
 * a position never overtakes a late commit. Reading after a position is the subscriber's receipt for all before it.
 */
export class OutboxFeed {
  constructor(private readonly dataSource: DataSource) {}

  async readFeed({ subscriber, after, limit }: ReadFeed): Promise<FeedPage> {
    const [txid, position] = (after ?? '0:0').split(':') as [string, string];
    await this.dataSource.query(
      `insert into outbox_receipt (subscriber, txid, position) values ($1, $2::xid8, $3)
       on conflict (subscriber) do update set txid = excluded.txid, position = excluded.position, at = now()`,
      [subscriber, txid, position],
    );
    const rows = await this.dataSource.query<{ txid: string; position: string; envelope: EventEnvelope }[]>(
      `select txid::text, position::text, envelope from outbox
       where (txid, position) > ($1::xid8, $2::bigint) and txid < pg_snapshot_xmin(pg_current_snapshot())
       order by txid, position limit $3`,
      [txid, position, limit],
    );
    return { items: rows.map((row) => ({ position: `${row.txid}:${row.position}`, event: row.envelope })) };
  }

  async readStream({ aggregate, aggregateId, from, to }: ReadStream): Promise<StreamEvents> {
    const rows = await this.dataSource.query<{ envelope: EventEnvelope }[]>(
      'select envelope from outbox where aggregate = $1 and aggregate_id = $2 and sequence between $3 and $4 order by sequence limit 1000',
      [aggregate, aggregateId, from, to],
    );
    return { events: rows.map(({ envelope }) => envelope) };
  }
}
