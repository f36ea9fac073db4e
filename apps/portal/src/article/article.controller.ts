import { Controller } from '@nestjs/common';
import {
  type CloseArticle,
  type GetArticle,
  type ListArticles,
  type RegisterArticle,
  articleApi,
  type ArticleView,
} from '@karez/contracts-portal';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CloseArticleHandler } from './commands/close-article.handler.js';
import { RegisterArticleHandler } from './commands/register-article.handler.js';
import { ArticleLists } from './article.lists.js';

@Controller()
export class ArticleController implements Handlers<typeof articleApi> {
  constructor(
    private readonly lists: ArticleLists,
    private readonly registerHandler: RegisterArticleHandler,
    private readonly closeHandler: CloseArticleHandler,
  ) {}

  @Handles(articleApi.listArticles)
  listArticles(request: ListArticles, ctx: Ctx): Promise<Page<ArticleView>> {
    return this.lists.page(request, ctx);
  }

  @Handles(articleApi.getArticle)
  getArticle(request: GetArticle, ctx: Ctx): Promise<ArticleView> {
    return this.lists.one(request, ctx);
  }

  @Handles(articleApi.registerArticle)
  registerArticle(request: RegisterArticle, ctx: Ctx): Promise<ArticleView> {
    return this.registerHandler.execute(request, ctx);
  }

  @Handles(articleApi.closeArticle)
  closeArticle(request: CloseArticle, ctx: Ctx): Promise<ArticleView> {
    return this.closeHandler.execute(request, ctx);
  }
}
