import { Controller } from '@nestjs/common';
import type { Empty } from '@karez/contracts-kernel';
import {
  type CreateArticle,
  type CreateEdition,
  type CreatePreview,
  editionApi,
  type EditionOf,
  type EditionView,
  type PreviewLink,
  type PublishEdition,
  type ResolveHit,
  type ReviewEdition,
  type SubmitEdition,
  type UpdateEdition,
  type WithdrawEdition,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CreateArticleHandler } from './commands/create-article.handler.js';
import { CreateEditionHandler } from './commands/create-edition.handler.js';
import { CreatePreviewHandler } from './commands/create-preview.handler.js';
import { MoveEditionHandler } from './commands/move-edition.handler.js';
import { PublishEditionHandler } from './commands/publish-edition.handler.js';
import { UpdateEditionHandler } from './commands/update-edition.handler.js';
import type { Editing } from './edition-reading.controller.js';

@Controller()
export class EditionController implements Handlers<typeof editionApi, Editing> {
  constructor(
    private readonly creating: CreateArticleHandler,
    private readonly following: CreateEditionHandler,
    private readonly updating: UpdateEditionHandler,
    private readonly moving: MoveEditionHandler,
    private readonly publishing: PublishEditionHandler,
    private readonly previewing: CreatePreviewHandler,
  ) {}

  @Handles(editionApi.createArticle)
  createArticle(request: CreateArticle, ctx: Ctx): Promise<EditionView> {
    return this.creating.execute(request, ctx);
  }
  @Handles(editionApi.createEdition)
  createEdition(request: CreateEdition, ctx: Ctx): Promise<EditionView> {
    return this.following.execute(request, ctx);
  }
  @Handles(editionApi.updateEdition)
  updateEdition(request: UpdateEdition, ctx: Ctx): Promise<EditionView> {
    return this.updating.execute(request, ctx);
  }
  @Handles(editionApi.submitEdition)
  submitEdition({ editionId }: SubmitEdition, ctx: Ctx): Promise<EditionView> {
    return this.moving.submit(editionId, ctx);
  }
  @Handles(editionApi.recallEdition)
  recallEdition({ editionId }: EditionOf, ctx: Ctx): Promise<EditionView> {
    return this.moving.recall(editionId, ctx);
  }
  @Handles(editionApi.reworkEdition)
  reworkEdition({ editionId }: EditionOf, ctx: Ctx): Promise<EditionView> {
    return this.moving.rework(editionId, ctx);
  }
  @Handles(editionApi.discardEdition)
  discardEdition({ editionId }: EditionOf, ctx: Ctx): Promise<Empty> {
    return this.moving.discard(editionId, ctx);
  }
  @Handles(editionApi.resolveHit)
  resolveHit(request: ResolveHit, ctx: Ctx): Promise<EditionView> {
    return this.moving.keepHit(request, ctx);
  }
  @Handles(editionApi.reviewEdition)
  reviewEdition(request: ReviewEdition, ctx: Ctx): Promise<EditionView> {
    return this.moving.review(request, ctx);
  }
  @Handles(editionApi.publishEdition)
  publishEdition(request: PublishEdition, ctx: Ctx): Promise<EditionView> {
    return this.publishing.publish(request, ctx);
  }
  @Handles(editionApi.unscheduleEdition)
  unscheduleEdition({ editionId }: EditionOf, ctx: Ctx): Promise<EditionView> {
    return this.publishing.unschedule(editionId, ctx);
  }
  @Handles(editionApi.withdrawEdition)
  withdrawEdition(request: WithdrawEdition, ctx: Ctx): Promise<EditionView> {
    return this.publishing.withdraw(request, ctx);
  }
  @Handles(editionApi.createPreview)
  createPreview(request: CreatePreview, ctx: Ctx): Promise<PreviewLink> {
    return this.previewing.execute(request, ctx);
  }
}
