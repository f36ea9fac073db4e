import { Injectable } from '@nestjs/common';
import type { Side } from '@karez/contracts-exchange';
import type { Tx } from '@karez/persistence';
import { beginningOfChain, type Happening, Timeline, type Track } from './timeline.js';

export interface Entry {
  readonly track: Track;
  /** Of a kind that bodies' own systems are not told of. */
  readonly happening: Happening;
}
interface Link {
  readonly deliveryId: string;
  readonly side: Side;
  readonly seq: number;
  readonly hash: string;
}

/** The same thing added to many timelines, in two statements however many there are; no timeline twice. The caller holds the deliveries. */
@Injectable()
export class ManyTimelines {
  constructor(private readonly timeline: Timeline) {}

  async add({ manager, ctx }: Tx, entries: readonly Entry[]): Promise<void> {
    const last = await manager.query<Link[]>(
      `select distinct on (delivery_id, side) delivery_id as "deliveryId", side, seq, hash from delivery_event
       where delivery_id = any($1::uuid[]) order by delivery_id, side, seq desc`,
      [entries.map(({ track }) => track.deliveryId)],
    );
    const ends = new Map(last.map((link) => [`${link.side} ${link.deliveryId}`, link]));
    const rows = entries.map(({ track, happening }) => {
      const { deliveryId, side } = track;
      const end = ends.get(`${side} ${deliveryId}`);
      const link = this.timeline.link(track, happening, { seq: (end?.seq ?? 0) + 1, previous: end?.hash ?? beginningOfChain, at: ctx.now });
      return { delivery_id: deliveryId, side, seq: link.seq, kind: happening.kind, at: ctx.now, body: link.body, hash: link.hash };
    });
    await manager.query(
      `insert into delivery_event (delivery_id, side, seq, kind, at, body, hash)
       select delivery_id, side, seq, kind, at, body, hash from jsonb_populate_recordset(null::delivery_event, $1)`,
      [JSON.stringify(rows)],
    );
  }
}
