import { Injectable } from '@nestjs/common';
import type { RegisterArticle, ArticleView } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { PortalConfig } from '../../config.js';
import { Article } from '../article.entity.js';
import { assertRoom } from '../article.policy.js';
import { articleView } from '../article.view.js';

/** 登记文章. It belongs to the body for which the caller acts. */
@Injectable()
export class RegisterArticleHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: PortalConfig,
  ) {}

  execute({ name }: RegisterArticle, ctx: Ctx): Promise<ArticleView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('portal.article.write', orgId))) throw new DomainError('auth.out_of_scope');
      // of two that take the last free place at once, one waits here and is refused
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('portal.article ' || $1))`, [orgId]);
      assertRoom(await tx.manager.countBy(Article, { orgId, state: 'open' }), this.config.openArticles);
      const article = Article.register(name, orgId, ctx.now);
      await tx.save(article);
      return articleView(article, ctx.actor);
    });
  }
}
