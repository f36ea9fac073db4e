import { Injectable } from '@nestjs/common';
import type { ActedOn, RecallDispatch, UrgeDispatch } from '@karez/contracts-exchange';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Delivery } from '../../delivery/delivery.entity.js';
import { lockDeliveries } from '../../delivery/lock.js';
import { assertAct, SenderActs } from '../../delivery/sender-acts.js';
import { Dispatch } from '../dispatch.entity.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });
type Act = (tx: Tx, delivery: Delivery) => Promise<void>;

/** 催办, 撤回 for several recipients at once: what is possible is done, the rest is named with its reason. */
@Injectable()
export class ActOnDispatchHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SenderActs,
  ) {}

  urge({ dispatchId, deliveryIds, text = '' }: UrgeDispatch, ctx: Ctx): Promise<ActedOn> {
    return this.#each(dispatchId, deliveryIds, 'urge', [ctx, (tx, delivery) => this.acts.urge(tx, delivery, text)]);
  }

  recall({ dispatchId, deliveryIds, reason }: RecallDispatch, ctx: Ctx): Promise<ActedOn> {
    return this.#each(dispatchId, deliveryIds, 'recall', [ctx, (tx, delivery) => this.acts.recall(tx, delivery, reason)]);
  }

  #each(dispatchId: string, chosen: string[] | undefined, act: 'urge' | 'recall', [ctx, run]: readonly [Ctx, Act]): Promise<ActedOn> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.loadInScope(Dispatch, dispatchId, 'exchange.dispatch.send', owner);
      const named = await tx.manager.find(Delivery, { where: { dispatchId }, order: { ordinal: 'ASC' } });
      const wanted = chosen ? named.filter(({ id }) => chosen.includes(id)) : named;
      await lockDeliveries(
        tx.manager,
        wanted.map(({ id }) => id),
      );
      const refused: ActedOn['refused'] = [];
      let done = 0;
      for (const { id } of wanted) {
        const delivery = await tx.load(Delivery, id);
        try {
          assertAct(delivery, act);
          await run(tx, delivery);
          done += 1;
        } catch (error) {
          if (!(error instanceof DomainError) || error.code.startsWith('exchange.key.')) throw error;
          // of all that were not named, only those count that wait for this act
          if (chosen) refused.push({ deliveryId: id, recipientName: delivery.recipientName, code: error.code, params: error.params });
        }
      }
      tx.touch('dispatch', dispatchId);
      return { done, refused };
    });
  }
}
