import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PeerLink } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { type Peer, peerColumns } from './peer.js';

/** The nodes that were joined, and when each was last heard. */
@Injectable()
export class Peers {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws DomainError `exchange.node.unknown` */
  async get(nodeId: string): Promise<Peer> {
    const [peer] = await this.source.query<Peer[]>(`select ${peerColumns} from peer where node_id = $1`, [nodeId]);
    if (!peer) throw new DomainError('exchange.node.unknown', { nodeId });
    return peer;
  }

  withLinks(links: readonly PeerLink[]): Promise<Peer[]> {
    return this.source.query(`select ${peerColumns} from peer where link = any($1) order by node_id`, [links]);
  }

  /** It has spoken. What was parked because it was silent goes on. */
  async heard(nodeId: string): Promise<void> {
    const [, changed] = await this.source.query<[unknown[], number]>(
      `update peer set heard_at = clock_timestamp(), failed_at = null, last_error = null
       where node_id = $1 and (heard_at is null or last_error is not null or heard_at < clock_timestamp() - interval '5 seconds')`,
      [nodeId],
    );
    if (!changed) return;
    const [, freed] = await this.source.query<[unknown[], number]>(
      `update letter set state = 'waiting', next_at = clock_timestamp(), claimed_until = null
       where node_id = $1 and state <> 'done' and last_error = 'exchange.peer.silent'`,
      [nodeId],
    );
    if (freed) await this.source.query(`select pg_notify('letter', '')`);
  }

  async failed(nodeId: string, code: string): Promise<void> {
    await this.source.query(
      'update peer set failed_at = coalesce(failed_at, clock_timestamp()), last_error = $2 where node_id = $1 and (failed_at is null or last_error is distinct from $2)',
      [nodeId, code],
    );
  }
}
