import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { dispatchApi } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ActOnDispatchHandler } from './commands/act-on-dispatch.handler.js';
import { AddRecipientsHandler } from './commands/add-recipients.handler.js';
import { PreviewRecipientsHandler } from './commands/preview-recipients.handler.js';
import { SendDispatchHandler } from './commands/send-dispatch.handler.js';
import { DispatchLists } from './dispatch.lists.js';
import { DispatchViews } from './dispatch.views.js';

@Controller()
export class DispatchController implements Handlers<typeof dispatchApi> {
  constructor(
    private readonly views: DispatchViews,
    private readonly lists: DispatchLists,
    private readonly send: SendDispatchHandler,
    private readonly add: AddRecipientsHandler,
    private readonly preview: PreviewRecipientsHandler,
    private readonly act: ActOnDispatchHandler,
  ) {}

  @Handles(dispatchApi.sendDispatch)
  sendDispatch(request: contract.SendDispatch, ctx: Ctx): Promise<contract.DispatchView> {
    return this.send.execute(request, ctx);
  }
  @Handles(dispatchApi.previewRecipients)
  previewRecipients(request: contract.PreviewRecipients, ctx: Ctx): Promise<contract.RecipientPreviews> {
    return this.preview.execute(request, ctx);
  }
  @Handles(dispatchApi.listDispatches)
  listDispatches(request: contract.ListDispatches, ctx: Ctx): Promise<Page<contract.DispatchRow>> {
    return this.lists.list(request, ctx);
  }
  @Handles(dispatchApi.getDispatch)
  getDispatch({ dispatchId }: contract.GetDispatch, ctx: Ctx): Promise<contract.DispatchView> {
    return this.views.one(dispatchId, ctx);
  }
  @Handles(dispatchApi.addRecipients)
  addRecipients(request: contract.AddRecipients, ctx: Ctx): Promise<contract.DispatchView> {
    return this.add.execute(request, ctx);
  }
  @Handles(dispatchApi.urgeDispatch)
  urgeDispatch(request: contract.UrgeDispatch, ctx: Ctx): Promise<contract.ActedOn> {
    return this.act.urge(request, ctx);
  }
  @Handles(dispatchApi.recallDispatch)
  recallDispatch(request: contract.RecallDispatch, ctx: Ctx): Promise<contract.ActedOn> {
    return this.act.recall(request, ctx);
  }
}
