import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { topicApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { TopicDesk } from './topic-desk.js';
import { HandleTopicHandler } from './commands/handle-topic.handler.js';

/** 议题. */
@Controller()
export class TopicController implements Handlers<typeof topicApi> {
  constructor(
    private readonly desk: TopicDesk,
    private readonly handling: HandleTopicHandler,
  ) {}

  @Handles(topicApi.listTopics)
  listTopics(request: contract.ListTopics, ctx: Ctx): Promise<Page<contract.TopicRow>> {
    return this.desk.page(request, ctx);
  }
  @Handles(topicApi.getTopic)
  getTopic(request: contract.TopicOf, ctx: Ctx): Promise<contract.TopicView> {
    return this.desk.view(request.topicId, ctx);
  }
  @Handles(topicApi.proposeTopic)
  proposeTopic(request: contract.ProposeTopic, ctx: Ctx): Promise<contract.TopicView> {
    return this.handling.propose(request, ctx);
  }
  @Handles(topicApi.updateTopic)
  updateTopic(request: contract.UpdateTopic, ctx: Ctx): Promise<contract.TopicView> {
    return this.handling.update(request, ctx);
  }
  @Handles(topicApi.reviewTopic)
  reviewTopic(request: contract.JudgeTopic, ctx: Ctx): Promise<contract.TopicView> {
    return this.handling.review(request, ctx);
  }
  @Handles(topicApi.approveTopic)
  approveTopic(request: contract.JudgeTopic, ctx: Ctx): Promise<contract.TopicView> {
    return this.handling.approve(request, ctx);
  }
  @Handles(topicApi.withdrawTopic)
  withdrawTopic(request: contract.TopicOf, ctx: Ctx): Promise<contract.TopicView> {
    return this.handling.withdraw(request, ctx);
  }
}
