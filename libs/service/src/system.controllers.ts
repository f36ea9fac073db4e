import { Controller, type Type } from '@nestjs/common';
import {
  deadLetterApi,
  type DeadLetterRow,
  Empty,
  feedApi,
  type FeedPage,
  type ListDeadLetters,
  type Page,
  type ReadFeed,
  type ReadStream,
  type ReplayDeadLetter,
  type StreamEvents,
} from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { DeadLetters, Handles, type Handlers, OutboxFeed } from '@karez/messaging';
import { UnitOfWork } from '@karez/persistence';

/** What every service answers besides its own contract: its feed to subscribers, its dead letters to operations staff. */
export function systemControllers(service: string): Type<object>[] {
  const feed = feedApi(service);
  const letters = deadLetterApi(service);

  @Controller()
  class FeedController implements Handlers<typeof feed> {
    constructor(private readonly outbox: OutboxFeed) {}
    @Handles(feed.readFeed)
    readFeed(request: ReadFeed, _ctx: Ctx): Promise<FeedPage> {
      return this.outbox.readFeed(request);
    }
    @Handles(feed.readStream)
    readStream(request: ReadStream, _ctx: Ctx): Promise<StreamEvents> {
      return this.outbox.readStream(request);
    }
  }

  @Controller()
  class DeadLetterController implements Handlers<typeof letters> {
    constructor(
      private readonly deadLetters: DeadLetters,
      private readonly unitOfWork: UnitOfWork,
    ) {}
    @Handles(letters.listDeadLetters)
    async listDeadLetters(request: ListDeadLetters, _ctx: Ctx): Promise<Page<DeadLetterRow>> {
      return { items: await this.deadLetters.list(request.limit) };
    }
    @Handles(letters.replayDeadLetter)
    async replayDeadLetter({ eventId }: ReplayDeadLetter, ctx: Ctx): Promise<Empty> {
      await this.deadLetters.replay(eventId);
      return this.unitOfWork.run(ctx, async (tx) => {
        tx.touch('dead_letter', eventId);
        return Promise.resolve(new Empty());
      });
    }
  }
  return [FeedController, DeadLetterController];
}
