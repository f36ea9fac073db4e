import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-portal';
import { disclosureRequestApi, type DisclosureRequestView } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CorrectRequestHandler } from './commands/correct-request.handler.js';
import { HandleRequestHandler } from './commands/handle-request.handler.js';
import { RequestDisclosureHandler } from './commands/request-disclosure.handler.js';
import { DisclosureRequestLists } from './disclosure-request.lists.js';
import { FollowedRequests } from './followed-requests.js';

@Controller()
export class DisclosureRequestController implements Handlers<typeof disclosureRequestApi> {
  constructor(
    private readonly lists: DisclosureRequestLists,
    private readonly followed: FollowedRequests,
    private readonly asking: RequestDisclosureHandler,
    private readonly correcting: CorrectRequestHandler,
    private readonly handling: HandleRequestHandler,
  ) {}

  @Handles(disclosureRequestApi.requestDisclosure)
  requestDisclosure(request: contract.RequestDisclosure, ctx: Ctx): Promise<contract.Receipt> {
    return this.asking.execute(request, ctx);
  }
  @Handles(disclosureRequestApi.followDisclosureRequest)
  followDisclosureRequest(request: contract.FollowByCode, _ctx: Ctx): Promise<contract.DisclosureProgress> {
    return this.followed.progress(request);
  }
  @Handles(disclosureRequestApi.correctDisclosureRequest)
  correctDisclosureRequest(request: contract.CorrectDisclosureRequest, ctx: Ctx): Promise<contract.DisclosureProgress> {
    return this.correcting.execute(request, ctx);
  }
  @Handles(disclosureRequestApi.listDisclosureRequests)
  listDisclosureRequests(request: contract.ListDisclosureRequests, ctx: Ctx): Promise<Page<contract.DisclosureRequestRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(disclosureRequestApi.getDisclosureRequest)
  getDisclosureRequest({ requestId }: contract.DisclosureRequestOf, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.lists.one(requestId, ctx);
  }
  @Handles(disclosureRequestApi.askCorrection)
  askCorrection(request: contract.AskCorrection, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.askCorrection(request, ctx);
  }
  @Handles(disclosureRequestApi.abandonDisclosureRequest)
  abandonDisclosureRequest(request: contract.AbandonDisclosureRequest, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.abandon(request, ctx);
  }
  @Handles(disclosureRequestApi.consultThirdParty)
  consultThirdParty(request: contract.ConsultThirdParty, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.consult(request, ctx);
  }
  @Handles(disclosureRequestApi.thirdPartyAnswered)
  thirdPartyAnswered(request: contract.ThirdPartyAnswered, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.consulted(request, ctx);
  }
  @Handles(disclosureRequestApi.extendDisclosureRequest)
  extendDisclosureRequest(request: contract.ExtendDisclosureRequest, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.extend(request, ctx);
  }
  @Handles(disclosureRequestApi.draftDisclosureAnswer)
  draftDisclosureAnswer(request: contract.DraftDisclosureAnswer, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.draft(request, ctx);
  }
  @Handles(disclosureRequestApi.returnDisclosureAnswer)
  returnDisclosureAnswer(request: contract.ReturnDisclosureAnswer, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.giveBack(request, ctx);
  }
  @Handles(disclosureRequestApi.approveDisclosureAnswer)
  approveDisclosureAnswer({ requestId }: contract.DisclosureRequestOf, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.handling.approve(requestId, ctx);
  }
}
