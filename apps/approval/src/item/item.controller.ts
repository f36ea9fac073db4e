import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { itemApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ImportItemsHandler } from './commands/import-items.handler.js';
import { OpenItemHandler } from './commands/open-item.handler.js';
import { ItemLists } from './item.lists.js';

@Controller()
export class ItemController implements Handlers<typeof itemApi> {
  constructor(
    private readonly lists: ItemLists,
    private readonly importing: ImportItemsHandler,
    private readonly opening: OpenItemHandler,
  ) {}

  @Handles(itemApi.listItems)
  listItems(request: contract.ListItems, _ctx: Ctx): Promise<Page<contract.ItemRow>> {
    return this.lists.page(request);
  }
  @Handles(itemApi.getItem)
  getItem(request: contract.GetItem, _ctx: Ctx): Promise<contract.ItemView> {
    return this.lists.one(request);
  }
  @Handles(itemApi.askTable)
  askTable(request: contract.AskTable, _ctx: Ctx): Promise<contract.TableAnswer> {
    return this.lists.ask(request);
  }
  @Handles(itemApi.importItems)
  importItems(request: contract.ImportItems, ctx: Ctx): Promise<contract.ItemsImported> {
    return this.importing.execute(request, ctx);
  }
  @Handles(itemApi.openItem)
  openItem(request: contract.OpenItem, ctx: Ctx): Promise<contract.ItemRow> {
    return this.opening.execute(request, ctx);
  }
}
