import { Controller } from '@nestjs/common';
import { type CloseItem, type GetItem, type ListItems, type RegisterItem, itemApi, type ItemView } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CloseItemHandler } from './commands/close-item.handler.js';
import { RegisterItemHandler } from './commands/register-item.handler.js';
import { ItemLists } from './item.lists.js';

@Controller()
export class ItemController implements Handlers<typeof itemApi> {
  constructor(
    private readonly lists: ItemLists,
    private readonly registerHandler: RegisterItemHandler,
    private readonly closeHandler: CloseItemHandler,
  ) {}

  @Handles(itemApi.listItems)
  listItems(request: ListItems, ctx: Ctx): Promise<Page<ItemView>> {
    return this.lists.page(request, ctx);
  }

  @Handles(itemApi.getItem)
  getItem(request: GetItem, ctx: Ctx): Promise<ItemView> {
    return this.lists.one(request, ctx);
  }

  @Handles(itemApi.registerItem)
  registerItem(request: RegisterItem, ctx: Ctx): Promise<ItemView> {
    return this.registerHandler.execute(request, ctx);
  }

  @Handles(itemApi.closeItem)
  closeItem(request: CloseItem, ctx: Ctx): Promise<ItemView> {
    return this.closeHandler.execute(request, ctx);
  }
}
