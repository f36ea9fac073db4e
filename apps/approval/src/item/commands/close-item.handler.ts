import { Injectable } from '@nestjs/common';
import type { CloseItem, ItemView } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Item } from '../item.entity.js';
import { itemView } from '../item.view.js';

/** 关闭事项. */
@Injectable()
export class CloseItemHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ itemId, reason }: CloseItem, ctx: Ctx): Promise<ItemView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const item = await tx.loadInScope(Item, itemId, 'approval.item.write', (alias) => ({ org: `${alias}.org_id` }));
      item.close(reason, ctx.now);
      await tx.save(item);
      return itemView(item, ctx.actor);
    });
  }
}
