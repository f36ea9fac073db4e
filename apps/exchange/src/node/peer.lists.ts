import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type NodeCard, nodeProtocolVersions, type PeerHealth, type Peers, type PeerView } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { directoryOrder } from '../body/body.js';
import { Bodies } from '../body/bodies.js';
import { ExchangeConfig } from '../config.js';
import { KeyRing } from '../key/key-ring.js';
import { type Peer, peerColumns } from './peer.js';

const silentMs = 2 * 60_000;
interface Row extends Peer {
  readonly rootKey: string;
  readonly fingerprint: string;
  readonly rootValidFrom: Date;
  readonly bodyIds: readonly string[];
  readonly waiting: number;
  readonly parked: number;
  readonly oldest: Date | null;
}

/** 交换节点: this node's card and the nodes that were joined. */
@Injectable()
export class PeerLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly keys: KeyRing,
    private readonly config: ExchangeConfig,
  ) {}

  async list(now: Date): Promise<Peers> {
    const { manager } = this.source;
    return { self: await this.ownCard(), items: await this.#views(manager, await rowsOf(manager, null), now) };
  }

  /** @throws DomainError `exchange.peer.unknown` */
  async one(manager: EntityManager, nodeId: string, now: Date): Promise<PeerView> {
    const [view] = await this.#views(manager, await rowsOf(manager, nodeId), now);
    if (!view) throw new DomainError('exchange.peer.unknown');
    return view;
  }

  async ownCard(): Promise<NodeCard & { fingerprint: string }> {
    const { nodeId, nodeName: name } = this.config;
    const { row } = await this.keys.rootKey(this.source.manager);
    const root = { rootKey: row.publicKey, rootKeyId: row.keyId, rootValidFrom: row.validFrom.toISOString() };
    return { nodeId, name, ...root, versions: [...nodeProtocolVersions], fingerprint: row.fingerprint };
  }

  async #views(manager: EntityManager, rows: readonly Row[], now: Date): Promise<PeerView[]> {
    const bodies = await this.bodies.byIds(
      manager,
      rows.flatMap(({ bodyIds }) => bodyIds),
    );
    return rows.map(({ nodeId, name, link, url, rootKeyId, rootKey, rootValidFrom, versions, fingerprint, ...row }) => {
      const served = row.bodyIds.flatMap((id) => bodies.get(id) ?? []).sort(directoryOrder);
      return {
        ...{ nodeId, name, link, rootKeyId, rootKey, rootValidFrom: rootValidFrom.toISOString(), versions: [...versions], fingerprint },
        ...(url && { url }),
        ...{ bodyIds: served.map(({ id }) => id), bodyNames: served.map((body) => body.name) },
        ...{ health: healthOf(row, now), joinedAt: row.joinedAt.toISOString(), waiting: row.waiting, parked: row.parked },
        ...(row.heardAt && { heardAt: row.heardAt.toISOString() }),
        ...(row.oldest && { oldestWaitingAt: row.oldest.toISOString() }),
        ...(row.lastError && { lastError: row.lastError }),
      };
    });
  }
}

function healthOf({ heardAt, lastError }: Pick<Peer, 'heardAt' | 'lastError'>, now: Date): PeerHealth {
  if (!heardAt && !lastError) return 'new';
  return heardAt && !lastError && now.getTime() - heardAt.getTime() < silentMs ? 'up' : 'silent';
}

const rowsOf = (manager: EntityManager, nodeId: string | null): Promise<Row[]> =>
  manager.query(
    `select ${peerColumns.replaceAll(/\bnode_id\b|\blast_error\b/g, 'peer.$&')}, root.public_key as "rootKey", root.fingerprint, root.valid_from as "rootValidFrom",
       (select coalesce(array_agg(org_id), '{}') from body_node where body_node.node_id = peer.node_id) as "bodyIds",
       letters.waiting, letters.parked, letters.oldest
     from peer join body_key root on root.key_id = peer.root_key_id
     cross join lateral (select count(*)::int as waiting, (count(*) filter (where state = 'parked'))::int as parked, min(created_at) as oldest
       from letter where letter.node_id = peer.node_id and state <> 'done' and letter.node_id <> '') letters
     where $1::text is null or peer.node_id = $1 order by peer.name, peer.node_id`,
    [nodeId],
  );
