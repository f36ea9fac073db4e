import { Injectable } from '@nestjs/common';
import type { RegisterItem, ItemView } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { ApprovalConfig } from '../../config.js';
import { Item } from '../item.entity.js';
import { assertRoom } from '../item.policy.js';
import { itemView } from '../item.view.js';

/** 登记事项. It belongs to the body for which the caller acts. */
@Injectable()
export class RegisterItemHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: ApprovalConfig,
  ) {}

  execute({ name }: RegisterItem, ctx: Ctx): Promise<ItemView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('approval.item.write', orgId))) throw new DomainError('auth.out_of_scope');
      // of two that take the last free place at once, one waits here and is refused
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('approval.item ' || $1))`, [orgId]);
      assertRoom(await tx.manager.countBy(Item, { orgId, state: 'open' }), this.config.openItems);
      const item = Item.register(name, orgId, ctx.now);
      await tx.save(item);
      return itemView(item, ctx.actor);
    });
  }
}
