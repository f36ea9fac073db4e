import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { holds } from '@karez/auth';
import type { NeedsPerson } from '@karez/contracts-exchange';
import type { Actor } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { peerWords } from './attention.words.js';

/** A short fault of the line heals by itself; after this a person asks. */
const silentMs = 30 * 60_000;

interface Waited {
  readonly name: string;
  readonly silent: boolean;
  readonly waiting: number;
  readonly parked: number;
  readonly since: Date;
}

/** Other nodes that do not answer while letters wait for them, or for which letters are parked; they belong to no body. */
@Injectable()
export class PeerAttention {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(actor: Actor, now: Date): Promise<NeedsPerson[]> {
    if (!holds(actor, 'exchange.peer.read')) return [];
    const rows = await this.source.query<Waited[]>(
      `select name, silent, waiting, parked, case when silent then heard else oldest_parked end as since
       from (select peer.name, coalesce(heard_at, joined_at) as heard, coalesce(heard_at, joined_at) < $1 as silent, letters.*
         from peer cross join lateral (select count(*)::int as waiting, (count(*) filter (where state = 'parked'))::int as parked,
           min(created_at) filter (where state = 'parked') as oldest_parked
           from letter where letter.node_id = peer.node_id and letter.node_id <> '' and state <> 'done') letters) node
       where waiting > 0 and silent or parked > 0 order by since desc`,
      [new Date(now.getTime() - silentMs)],
    );
    return rows.map(({ name, since, ...letters }) => ({ kind: 'peer', ...peerWords(name, letters), since: since.toISOString() }));
  }
}
