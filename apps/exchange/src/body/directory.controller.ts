import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { directoryApi } from '@karez/contracts-exchange';
import type { ListRequest, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DirectoryLists } from './directory.lists.js';

@Controller()
export class DirectoryController implements Handlers<typeof directoryApi> {
  constructor(private readonly directory: DirectoryLists) {}

  @Handles(directoryApi.listBodies)
  listBodies(request: contract.ListBodies, ctx: Ctx): Promise<Page<contract.BodyRow>> {
    return this.directory.list(request, ctx);
  }
  @Handles(directoryApi.listGroups)
  listGroups(_request: ListRequest, ctx: Ctx): Promise<contract.BodyGroups> {
    return this.directory.listGroups(ctx);
  }
  @Handles(directoryApi.getBody)
  getBody({ orgId }: contract.GetBody, ctx: Ctx): Promise<contract.BodyView> {
    return this.directory.get(orgId, ctx);
  }
}
