import { Injectable } from '@nestjs/common';
import type { ItemRow, OpenItem } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Item } from '../item.entity.js';
import { ItemLists } from '../item.lists.js';

/** 开放或暂停受理. Cases under way go on. */
@Injectable()
export class OpenItemHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: ItemLists,
  ) {}

  /** @throws DomainError `approval.item.unknown`, `not_found` for another body's item */
  async execute({ code, open }: OpenItem, ctx: Ctx): Promise<ItemRow> {
    const { id } = await this.lists.published(code);
    const row = await this.lists.row(code);
    return this.unitOfWork.run(ctx, async (tx) => {
      const item = await tx.loadInScope(Item, id, 'approval.item.write', (alias) => ({ org: `${alias}.window_org_id` }));
      item.setOpen(open);
      await tx.save(item);
      return { ...row, open };
    });
  }
}
