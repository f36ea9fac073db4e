import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { supervisionListApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { IssueBulletinHandler } from './commands/issue-bulletin.handler.js';
import { RegisterSupervisionHandler } from './commands/register-supervision.handler.js';
import { SupervisionBoards } from './supervision-board.js';
import { SupervisionBulletins } from './supervision-bulletins.js';
import { SupervisionReading } from './supervision-reading.js';
import { SupervisionLists } from './supervision.lists.js';

/** What is read of the items, how one begins, and the bulletins. */
@Controller()
export class SupervisionController implements Handlers<typeof supervisionListApi> {
  constructor(
    private readonly lists: SupervisionLists,
    private readonly reading: SupervisionReading,
    private readonly boards: SupervisionBoards,
    private readonly bulletins: SupervisionBulletins,
    private readonly issuing: IssueBulletinHandler,
    private readonly registering: RegisterSupervisionHandler,
  ) {}

  @Handles(supervisionListApi.listSupervisions)
  listSupervisions(request: contract.ListSupervisions, ctx: Ctx): Promise<Page<contract.SupervisionRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(supervisionListApi.getSupervision)
  getSupervision({ itemId }: contract.SupervisionOf, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.reading.view(itemId, ctx);
  }
  @Handles(supervisionListApi.getSupervisionBoard)
  getSupervisionBoard(request: contract.GetSupervisionBoard, ctx: Ctx): Promise<contract.SupervisionBoard> {
    return this.boards.board(request, ctx);
  }
  @Handles(supervisionListApi.registerSupervision)
  async registerSupervision(request: contract.RegisterSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    const { itemId } = await this.registering.execute(request, ctx);
    return this.reading.view(itemId, ctx);
  }
  @Handles(supervisionListApi.listBulletins)
  listBulletins(request: contract.ListBulletins, ctx: Ctx): Promise<Page<contract.BulletinRow>> {
    return this.bulletins.page(request, ctx);
  }
  @Handles(supervisionListApi.getBulletin)
  getBulletin(request: contract.BulletinOf, ctx: Ctx): Promise<contract.BulletinView> {
    return this.bulletins.view(request, ctx);
  }
  @Handles(supervisionListApi.issueBulletin)
  async issueBulletin(request: contract.IssueBulletin, ctx: Ctx): Promise<contract.BulletinView> {
    return this.bulletins.view(await this.issuing.execute(request, ctx), ctx);
  }
}
