import { Injectable } from '@nestjs/common';
import type { PeerRef } from '@karez/contracts-exchange';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { lockAllDeliveries } from '../../delivery/lock.js';

/** 断开交换节点: its bodies are served here again. Its keys stay known, because what they signed stays proof. */
@Injectable()
export class LeavePeerHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `exchange.peer.unknown`, `exchange.peer.not_idle` */
  execute({ nodeId }: PeerRef, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await lockAllDeliveries(tx.manager);
      const [{ count }] = await tx.manager.query<[{ count: number }]>(
        `select count(*)::int as count from letter where node_id = $1 and state <> 'done'`,
        [nodeId],
      );
      if (count) throw new DomainError('exchange.peer.not_idle', { count });
      const [, gone] = await tx.manager.query<[unknown[], number]>('delete from peer where node_id = $1', [nodeId]);
      if (!gone) throw new DomainError('exchange.peer.unknown');
      await tx.manager.query('delete from body_node where node_id = $1', [nodeId]);
      tx.touch('peer', nodeId);
      return new Empty();
    });
  }
}
