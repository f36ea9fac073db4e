import { Injectable } from '@nestjs/common';
import type { CreateArticle, EditionView } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Site } from '../../site/site.entity.js';
import { unlessTaken } from '../../unique.js';
import { Article } from '../article.entity.js';
import { log } from '../article-log.js';
import { EditionDesk } from '../edition-desk.js';
import { EditionChecks } from '../edition-texts.js';
import { Edition } from '../edition.entity.js';
import { EditionViews } from '../edition.views.js';

/** 起草稿件. */
@Injectable()
export class CreateArticleHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly checks: EditionChecks,
    private readonly views: EditionViews,
  ) {}

  async execute(request: CreateArticle, ctx: Ctx): Promise<EditionView> {
    const { siteId, language = 'zh-CN', slug } = request;
    const { editionId } = await this.unitOfWork.run(ctx, async (tx) => {
      const site = await tx.manager.findOneBy(Site, { id: siteId });
      if (!site) throw new DomainError('not_found', { id: siteId });
      if (site.state !== 'open') throw new DomainError('portal.site.closed');
      const texts = await this.checks.check(tx.manager, { siteId, language }, request);
      await this.desk.assertWritesFor(tx, texts.orgId);
      const article = Article.begin(siteId, texts.orgId, slug, { origin: 'written', key: null }, ctx.now);
      await unlessTaken({ article_site_id_slug_key: () => new DomainError('portal.article.slug_taken', { slug: article.slug }) }, () =>
        tx.save(article),
      );
      const edition = Edition.draft({ articleId: article.id, siteId, language, number: 1 }, texts, ctx.actor, ctx.now);
      await tx.save(edition);
      await log(tx, edition, 'written');
      return { editionId: edition.id };
    });
    return this.views.one(editionId, ctx);
  }
}
