import { Injectable } from '@nestjs/common';
import type { PeerRef, PeerView } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { PeerLists } from '../peer.lists.js';

/** 立即重投: what waits for a node, also what waits for a person, is carried now. */
@Injectable()
export class RetryPeerHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: PeerLists,
  ) {}

  /** @throws DomainError `exchange.peer.unknown` */
  execute({ nodeId }: PeerRef, ctx: Ctx): Promise<PeerView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.query(
        `update letter set state = 'waiting', next_at = clock_timestamp(), claimed_until = null where node_id = $1 and state <> 'done'`,
        [nodeId],
      );
      await tx.manager.query(`select pg_notify('letter', '')`);
      tx.touch('peer', nodeId);
      return this.lists.one(tx.manager, nodeId, ctx.now);
    });
  }
}
