import { Injectable } from '@nestjs/common';
import { type CreateEdition, type EditionView, type Language, workingStates } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { In } from 'typeorm';
import { Article } from '../article.entity.js';
import { log } from '../article-log.js';
import { EditionDesk } from '../edition-desk.js';
import { EditionChecks, type WrittenEdition } from '../edition-texts.js';
import { Edition } from '../edition.entity.js';
import { EditionViews } from '../edition.views.js';

/** A new draft after what is there: a revision, a translation, or an earlier text brought back (回退). */
@Injectable()
export class CreateEditionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly checks: EditionChecks,
    private readonly views: EditionViews,
  ) {}

  async execute(request: CreateEdition, ctx: Ctx): Promise<EditionView> {
    const { articleId, language = 'zh-CN', from, changeNote } = request;
    const { editionId } = await this.unitOfWork.run(ctx, async (tx) => {
      // of two that begin at once the second waits here, and is told of the first one's draft
      const { siteId } = await tx.load(Article, articleId);
      const before = await this.#before(tx, articleId, language, from);
      await this.desk.assertWritesFor(tx, before.orgId);
      await assertNoneUnderWork(tx, articleId, language);
      const texts = await this.checks.check(tx.manager, { siteId, language }, textsFrom(before, changeNote), before.hits);
      const number = (await tx.manager.maximum(Edition, 'number', { articleId, language })) ?? 0;
      const edition = Edition.draft({ articleId, siteId, language, number: number + 1 }, texts, ctx.actor, ctx.now);
      await tx.save(edition);
      await log(tx, edition, 'written', { after: before.number });
      return { editionId: edition.id };
    });
    return this.views.one(editionId, ctx);
  }

  async #before({ manager }: Tx, articleId: string, language: Language, from?: string): Promise<Edition> {
    const order = { number: 'DESC' } as const;
    const named = from ? await manager.findOneBy(Edition, { id: from, articleId }) : null;
    if (from && !named) throw new DomainError('portal.edition.other_article');
    const last =
      named ??
      (await manager.findOne(Edition, { where: { articleId, language }, order })) ??
      (await manager.findOne(Edition, { where: { articleId, language: 'zh-CN' }, order }));
    if (!last) throw new DomainError('not_found', { id: articleId });
    return last;
  }
}

async function assertNoneUnderWork({ manager }: Tx, articleId: string, language: Language): Promise<void> {
  const open = await manager.findOneBy(Edition, { articleId, language, state: In([...workingStates]) });
  if (open) throw new DomainError('portal.edition.under_work', { number: open.number, byName: open.savedByName }, { editionId: open.id });
}

function textsFrom({ columnId, title, body, source, keywords, summary, author, disclosure }: Edition, changeNote?: string): WrittenEdition {
  return {
    ...{ columnId, title, body, source, keywords },
    ...(summary && { summary }),
    ...(author && { author }),
    ...(disclosure && { disclosure }),
    ...(changeNote && { changeNote }),
  };
}
