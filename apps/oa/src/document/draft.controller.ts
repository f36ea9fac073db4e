import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { draftApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DocumentLists } from './document.lists.js';
import { DocumentReading } from './document-reading.js';
import { DraftOutgoingHandler } from './commands/draft-outgoing.handler.js';
import { RouteOutgoingHandler } from './commands/route-outgoing.handler.js';
import { IssueOutgoingHandler } from './commands/issue-outgoing.handler.js';

/** Reading, drafting, and what handlers do until it is signed. */
@Controller()
export class DraftController implements Handlers<typeof draftApi> {
  constructor(
    private readonly lists: DocumentLists,
    private readonly reading: DocumentReading,
    private readonly drafting: DraftOutgoingHandler,
    private readonly routing: RouteOutgoingHandler,
    private readonly issuing: IssueOutgoingHandler,
  ) {}

  @Handles(draftApi.listOutgoing)
  listOutgoing(request: contract.ListOutgoing, ctx: Ctx): Promise<Page<contract.OutgoingRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(draftApi.getOutgoing)
  getOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view(request.documentId, ctx);
  }
  @Handles(draftApi.getVersion)
  getVersion(request: contract.VersionOf, ctx: Ctx): Promise<contract.DocumentVersionView> {
    return this.reading.version(request.documentId, request.number, ctx);
  }
  @Handles(draftApi.getRendition)
  getRendition(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.RenditionLink> {
    return this.reading.page(request.documentId, ctx);
  }
  @Handles(draftApi.draftOutgoing)
  async draftOutgoing(request: contract.DraftOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.drafting.draft(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.saveText)
  async saveText(request: contract.SaveText, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.drafting.save(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.openOutgoing)
  async openOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.drafting.open(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.forwardOutgoing)
  async forwardOutgoing(request: contract.ForwardOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.routing.forward(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.opineOutgoing)
  async opineOutgoing(request: contract.OpineOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.routing.opine(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.returnOutgoing)
  async returnOutgoing(request: contract.ReasonedOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.routing.giveBack(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.recallOutgoing)
  async recallOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.routing.recall(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.signOutgoing)
  async signOutgoing(request: contract.SignOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.sign(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.urgeOutgoing)
  async urgeOutgoing(request: contract.OutgoingOf, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.routing.urge(request, ctx)).documentId, ctx);
  }
  @Handles(draftApi.voidOutgoing)
  async voidOutgoing(request: contract.ReasonedOutgoing, ctx: Ctx): Promise<contract.OutgoingView> {
    return this.reading.view((await this.issuing.void(request, ctx)).documentId, ctx);
  }
}
