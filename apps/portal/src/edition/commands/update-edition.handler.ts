import { Injectable } from '@nestjs/common';
import type { EditionView, UpdateEdition } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { log } from '../article-log.js';
import { EditionDesk } from '../edition-desk.js';
import { EditionChecks } from '../edition-texts.js';
import { EditionViews } from '../edition.views.js';

/** 修改稿件: of two editors on one draft the second is told to look first. */
@Injectable()
export class UpdateEditionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly checks: EditionChecks,
    private readonly views: EditionViews,
  ) {}

  async execute(request: UpdateEdition, ctx: Ctx): Promise<EditionView> {
    const { editionId, version } = request;
    await this.unitOfWork.run(ctx, async (tx) => {
      const edition = await this.desk.load(tx, editionId, 'edit');
      const texts = await this.checks.check(tx.manager, edition, request, edition.hits);
      await this.desk.assertWritesFor(tx, texts.orgId);
      edition.edit(texts, version, ctx.actor, ctx.now);
      await tx.save(edition);
      await log(tx, edition, 'saved', { removed: texts.removed.join(' ') });
      return { editionId };
    });
    return this.views.one(editionId, ctx);
  }
}
