import { Injectable } from '@nestjs/common';
import type { DeliveryView } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { Delivery } from './delivery.entity.js';
import { DeliveryViews } from './delivery.views.js';
import { MirrorDesk } from './mirror-desk.js';

/** The other end of a re-issue: the old delivery shows the new one. */
@Injectable()
export class ReissueEnd {
  constructor(
    private readonly mirror: MirrorDesk,
    private readonly views: DeliveryViews,
  ) {}

  async link(tx: Tx, old: Delivery, id: string): Promise<void> {
    old.supersededBy(id);
    await tx.save(old);
    await this.mirror.note(tx, old, { kind: 'superseded', personName: tx.ctx.actor.name, data: { by: id } });
  }

  view(id: string, ctx: Ctx): Promise<DeliveryView> {
    return this.views.one(id, ctx, 'sender');
  }
}
