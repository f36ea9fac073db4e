import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { eventFeedApi } from '@karez/contracts-exchange';
import type { Empty, ListRequest } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CreateWebhookHandler } from './commands/create-webhook.handler.js';
import { EventFeed } from './event-feed.js';
import { WebhookDesk } from './webhook-desk.js';

@Controller()
export class EventFeedController implements Handlers<typeof eventFeedApi> {
  constructor(
    private readonly feed: EventFeed,
    private readonly desk: WebhookDesk,
    private readonly create: CreateWebhookHandler,
  ) {}

  @Handles(eventFeedApi.readEvents)
  readEvents(request: contract.ReadEvents, ctx: Ctx): Promise<contract.FeedEvents> {
    return this.feed.read(request, ctx);
  }
  @Handles(eventFeedApi.listWebhooks)
  listWebhooks(_request: ListRequest, ctx: Ctx): Promise<contract.Webhooks> {
    return this.desk.list(ctx);
  }
  @Handles(eventFeedApi.createWebhook)
  createWebhook(request: contract.CreateWebhook, ctx: Ctx): Promise<contract.WebhookView> {
    return this.create.execute(request, ctx);
  }
  @Handles(eventFeedApi.resumeWebhook)
  resumeWebhook(request: contract.GetWebhook, ctx: Ctx): Promise<contract.WebhookView> {
    return this.desk.resume(request, ctx);
  }
  @Handles(eventFeedApi.removeWebhook)
  removeWebhook(request: contract.GetWebhook, ctx: Ctx): Promise<Empty> {
    return this.desk.remove(request, ctx);
  }
}
