import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** 文章: registered, then closed for good. */
export const articleFlow = defineFlow('open', { open: ['closed'], closed: [] });
export type ArticleState = StateOf<typeof articleFlow>;
export const articleStates = Object.keys(articleFlow.moves) as ArticleState[];
export const articleActs = ['close'] as const;
export type ArticleAct = (typeof articleActs)[number];

export class ArticleView {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsIn(articleStates) state!: ArticleState;
  /** The body it belongs to. */
  @IsUUID() orgId!: string;
  @IsISO8601() registeredAt!: string;
  @IsOptional() @IsISO8601() closedAt?: string;
  @IsOptional() @IsString() closedReason?: string;
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(articleActs, { each: true }) acts!: ArticleAct[];
}
export class ListArticles extends ListRequest {
  @IsOptional() @IsIn(articleStates) state?: ArticleState;
  @IsOptional() @IsIn(['-registered', 'name']) sort?: '-registered' | 'name';
}
export class GetArticle {
  @IsUUID() articleId!: string;
}
/** It belongs to the body for which the caller acts. */
export class RegisterArticle {
  @IsString() @Length(1, 80) name!: string;
}
export class CloseArticle {
  @IsUUID() articleId!: string;
  @IsString() @Length(1, 500) reason!: string;
}

export const articleApi = defineApi('portal', {
  listArticles: query({
    version: 1,
    http: 'GET /portal/articles',
    needs: 'portal.article.read',
    request: ListArticles,
    response: pageOf(ArticleView),
    summary: '查找文章',
  }),
  getArticle: query({
    version: 1,
    http: 'GET /portal/articles/:articleId',
    needs: 'portal.article.read',
    request: GetArticle,
    response: ArticleView,
    summary: '文章详情',
  }),
  registerArticle: command({
    version: 1,
    http: 'POST /portal/articles',
    needs: 'portal.article.write',
    status: 201,
    request: RegisterArticle,
    response: ArticleView,
    summary: '登记文章',
  }),
  closeArticle: command({
    version: 1,
    http: 'POST /portal/articles/:articleId/close',
    needs: 'portal.article.write',
    request: CloseArticle,
    response: ArticleView,
    summary: '关闭文章',
  }),
});
