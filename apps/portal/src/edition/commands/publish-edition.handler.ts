import { Injectable } from '@nestjs/common';
import type { EditionView, PublishEdition, WithdrawEdition } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { log } from '../article-log.js';
import { EditionDesk } from '../edition-desk.js';
import { EditionViews } from '../edition.views.js';
import { Publishing } from '../publishing.js';

/** 发布, 定时发布, 撤下. */
@Injectable()
export class PublishEditionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly publishing: Publishing,
    private readonly views: EditionViews,
  ) {}

  async publish(request: PublishEdition, ctx: Ctx): Promise<EditionView> {
    const { editionId } = request;
    const { publishAt, withdrawAt } = timesOf(request, ctx.now);
    await this.unitOfWork.run(ctx, async (tx) => {
      const edition = await this.desk.load(tx, editionId, 'publish');
      if (publishAt) {
        edition.schedule(publishAt, withdrawAt);
        await tx.save(edition);
        await tx.schedule('portal.publish', publishAt, { editionId, version: edition.version });
        await log(tx, edition, 'scheduled', { publishAt: publishAt.toISOString() });
      } else await this.publishing.publish(tx, edition, withdrawAt);
      return { editionId };
    });
    return this.views.one(editionId, ctx);
  }

  async unschedule(editionId: string, ctx: Ctx): Promise<EditionView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const edition = await this.desk.load(tx, editionId, 'unschedule');
      edition.unschedule();
      await tx.save(edition);
      await log(tx, edition, 'unscheduled');
      return { editionId };
    });
    return this.views.one(editionId, ctx);
  }

  async withdraw(request: WithdrawEdition, ctx: Ctx): Promise<EditionView> {
    const { editionId } = request;
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.publishing.withdraw(tx, await this.desk.load(tx, editionId, 'withdraw'), request);
      return { editionId };
    });
    return this.views.one(editionId, ctx);
  }
}

/** @throws DomainError `portal.edition.time_past`, `portal.edition.withdraw_before_publish` */
function timesOf(request: PublishEdition, now: Date): { readonly publishAt: Date | null; readonly withdrawAt: Date | null } {
  const [publishAt, withdrawAt] = [request.publishAt, request.withdrawAt].map((at) => (at ? new Date(at) : null)) as [
    Date | null,
    Date | null,
  ];
  const past = [publishAt, withdrawAt].find((at) => at && at <= now);
  if (past) throw new DomainError('portal.edition.time_past', { at: past.toISOString() });
  if (publishAt && withdrawAt && withdrawAt <= publishAt) throw new DomainError('portal.edition.withdraw_before_publish');
  return { publishAt, withdrawAt };
}
