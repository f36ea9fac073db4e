import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { searchApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { SearchLists } from './search.lists.js';

@Controller()
export class SearchController implements Handlers<typeof searchApi> {
  constructor(private readonly lists: SearchLists) {}

  @Handles(searchApi.searchOffice)
  searchOffice(request: contract.SearchOffice, ctx: Ctx): Promise<Page<contract.OfficeFound>> {
    return this.lists.page(request, ctx);
  }
}
