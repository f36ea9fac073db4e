import { Injectable } from '@nestjs/common';
import type { CloseArticle, ArticleView } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Article } from '../article.entity.js';
import { articleView } from '../article.view.js';

/** 关闭文章. */
@Injectable()
export class CloseArticleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ articleId, reason }: CloseArticle, ctx: Ctx): Promise<ArticleView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const article = await tx.loadInScope(Article, articleId, 'portal.article.write', (alias) => ({ org: `${alias}.org_id` }));
      article.close(reason, ctx.now);
      await tx.save(article);
      return articleView(article, ctx.actor);
    });
  }
}
