import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { deliveryApi } from '@karez/contracts-exchange';
import type { ListRequest, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { AnswerRevokeHandler } from './commands/answer-revoke.handler.js';
import { MarkSeenHandler } from './commands/mark-seen.handler.js';
import { PrintDeliveryHandler } from './commands/print-delivery.handler.js';
import { RefuseDeliveryHandler } from './commands/refuse-delivery.handler.js';
import { SignDeliveryHandler } from './commands/sign-delivery.handler.js';
import { InboxLists } from './inbox.lists.js';

type Api = typeof deliveryApi;
type View = contract.DeliveryView;

/** What the receiving body does with one delivery. */
@Controller()
export class CustodyController implements Handlers<
  Api,
  'listInbox' | 'countInbox' | 'markSeen' | 'signDelivery' | 'rejectDelivery' | 'returnDelivery' | 'answerRevoke' | 'printDelivery'
> {
  constructor(
    private readonly inbox: InboxLists,
    private readonly see: MarkSeenHandler,
    private readonly sign: SignDeliveryHandler,
    private readonly refuse: RefuseDeliveryHandler,
    private readonly answer: AnswerRevokeHandler,
    private readonly print: PrintDeliveryHandler,
  ) {}

  @Handles(deliveryApi.listInbox)
  listInbox(request: contract.ListInbox, ctx: Ctx): Promise<Page<contract.InboxRow>> {
    return this.inbox.list(request, ctx);
  }
  @Handles(deliveryApi.countInbox)
  countInbox(_request: ListRequest, ctx: Ctx): Promise<contract.InboxCounts> {
    return this.inbox.counts(ctx);
  }
  @Handles(deliveryApi.markSeen)
  markSeen(request: contract.GetDelivery, ctx: Ctx): Promise<View> {
    return this.see.execute(request, ctx);
  }
  @Handles(deliveryApi.signDelivery)
  signDelivery(request: contract.SignDelivery, ctx: Ctx): Promise<View> {
    return this.sign.execute(request, ctx);
  }
  @Handles(deliveryApi.rejectDelivery)
  rejectDelivery(request: contract.RefuseDelivery, ctx: Ctx): Promise<View> {
    return this.refuse.execute(request, 'reject', ctx);
  }
  @Handles(deliveryApi.returnDelivery)
  returnDelivery(request: contract.RefuseDelivery, ctx: Ctx): Promise<View> {
    return this.refuse.execute(request, 'return', ctx);
  }
  @Handles(deliveryApi.answerRevoke)
  answerRevoke(request: contract.AnswerRevoke, ctx: Ctx): Promise<View> {
    return this.answer.execute(request, ctx);
  }
  @Handles(deliveryApi.printDelivery)
  printDelivery(request: contract.PrintDelivery, ctx: Ctx): Promise<contract.PrintLicence> {
    return this.print.execute(request, ctx);
  }
}
