import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import {
  type ArticleOf,
  type ArticleRow,
  type ArticleView,
  type CompareEditions,
  editionApi,
  type EditionDifference,
  type EditionOf,
  type EditionView,
  type ListArticles,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ArticleLists } from './article.lists.js';
import { EditionViews } from './edition.views.js';

type Reading = 'listArticles' | 'getArticle' | 'getEdition' | 'compareEditions';

@Controller()
export class EditionReadingController implements Handlers<typeof editionApi, Reading> {
  constructor(
    private readonly lists: ArticleLists,
    private readonly views: EditionViews,
  ) {}

  @Handles(editionApi.listArticles)
  listArticles(request: ListArticles, ctx: Ctx): Promise<Page<ArticleRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(editionApi.getArticle)
  getArticle({ articleId }: ArticleOf, ctx: Ctx): Promise<ArticleView> {
    return this.views.article(articleId, ctx);
  }
  @Handles(editionApi.getEdition)
  getEdition({ editionId }: EditionOf, ctx: Ctx): Promise<EditionView> {
    return this.views.one(editionId, ctx);
  }
  @Handles(editionApi.compareEditions)
  compareEditions(request: CompareEditions, ctx: Ctx): Promise<EditionDifference> {
    return this.views.compare(request, ctx);
  }
}
export type Editing = Exclude<keyof typeof editionApi, Reading>;
