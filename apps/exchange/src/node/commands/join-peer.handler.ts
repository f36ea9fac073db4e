import { Inject, Injectable } from '@nestjs/common';
import { type JoinPeer, nodeProtocolVersions, type PeerView } from '@karez/contracts-exchange';
import { Sm2PublicKey } from '@karez/crypto';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import type { Environment } from '@karez/service';
import { Bodies } from '../../body/bodies.js';
import { ExchangeConfig } from '../../config.js';
import { lockAllDeliveries } from '../../delivery/lock.js';
import { ForeignKeys } from '../foreign-keys.js';
import type { Peer } from '../peer.js';
import { PeerLists } from '../peer.lists.js';

/** 接入交换节点: from now on another node speaks for these bodies. Joined again, its card is brought up to date. */
@Injectable()
export class JoinPeerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly keys: ForeignKeys,
    private readonly lists: PeerLists,
    private readonly config: ExchangeConfig,
    @Inject('Environment') private readonly environment: Environment,
  ) {}

  /** @throws DomainError `exchange.peer.…` */
  async execute(card: JoinPeer, ctx: Ctx): Promise<PeerView> {
    await this.#assertCard(card);
    return this.unitOfWork.run(ctx, async (tx) => {
      // no letter may be under way while the side that decides on a body changes
      await lockAllDeliveries(tx.manager);
      await this.#assertBodies(tx, card);
      await this.keys.keepRoot(tx.manager, card.nodeId, { keyId: card.rootKeyId, publicKey: card.rootKey, validFrom: card.rootValidFrom });
      await this.#assertRootKey(tx, card);
      await this.#write(tx, card);
      tx.touch('peer', card.nodeId);
      return this.lists.one(tx.manager, card.nodeId, ctx.now);
    });
  }

  async #assertCard({ nodeId, rootKey, versions, link, url }: JoinPeer): Promise<void> {
    const own = await this.lists.ownCard();
    if (nodeId === this.config.nodeId || rootKey === own.rootKey) throw new DomainError('exchange.peer.self');
    if (!versions.some((version) => nodeProtocolVersions.includes(version)))
      throw new DomainError('exchange.peer.version', { given: versions.join('、'), supported: nodeProtocolVersions.join('、') });
    Sm2PublicKey.fromBytes(Buffer.from(rootKey, 'hex')); // a point that is not on the curve is refused here
    if (link !== 'push' && link !== 'fetch') return;
    if (!url) throw new DomainError('exchange.peer.url_missing');
    if (this.environment.mode === 'production' && !url.startsWith('https:')) throw new DomainError('exchange.peer.url_plain');
  }

  async #assertBodies({ manager }: Tx, { nodeId, bodyIds }: JoinPeer): Promise<void> {
    const known = await this.bodies.byIds(manager, bodyIds);
    for (const id of bodyIds) {
      const body = known.get(id);
      if (!body) throw new DomainError('exchange.peer.body_unknown', { id });
      if (body.nodeId !== null && body.nodeId !== nodeId)
        throw new DomainError('exchange.peer.body_taken', { name: body.name, nodeId: body.nodeId });
    }
  }

  /** A key that was compared by telephone once is not replaced by a card that somebody sends. */
  async #assertRootKey({ manager }: Tx, { nodeId, rootKeyId, rootKey }: JoinPeer): Promise<void> {
    const [peer] = await manager.query<Pick<Peer, 'rootKeyId'>[]>('select root_key_id as "rootKeyId" from peer where node_id = $1', [
      nodeId,
    ]);
    const [kept] = await manager.query<{ publicKey: string; owner: string }[]>(
      'select public_key as "publicKey", owner from body_key where key_id = $1 and root and wrapped is null',
      [rootKeyId],
    );
    if ((peer && peer.rootKeyId !== rootKeyId) || kept?.publicKey !== rootKey || kept.owner !== `node:${nodeId}`)
      throw new DomainError('exchange.peer.key_changed');
  }

  async #write({ manager, ctx }: Tx, { nodeId, name, link, url, rootKeyId, versions, bodyIds }: JoinPeer): Promise<void> {
    const address = link === 'push' || link === 'fetch' ? url : null;
    await manager.query(
      `insert into peer (node_id, name, link, url, root_key_id, versions, joined_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (node_id) do update set name = excluded.name, link = excluded.link, url = excluded.url, versions = excluded.versions, last_error = null`,
      [nodeId, name, link, address, rootKeyId, versions, ctx.now],
    );
    await manager.query('delete from body_node where node_id = $1 and org_id <> all($2::uuid[])', [nodeId, bodyIds]);
    await manager.query('insert into body_node (org_id, node_id) select unnest($2::uuid[]), $1 on conflict do nothing', [nodeId, bodyIds]);
    // what has not left yet goes the new way
    await manager.query(
      `update letter set node_id = coalesce((select node_id from body_node where org_id = delivery.recipient_id), ''), claimed_until = null
       from delivery where delivery.id = letter.delivery_id and letter.kind = 'consign' and letter.state <> 'done'`,
    );
  }
}
