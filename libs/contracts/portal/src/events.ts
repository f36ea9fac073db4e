import type { EventClass } from '@karez/contracts-kernel';

export class ArticleRegistered {
  static readonly subject = 'evt.portal.article-registered.v1';
  static readonly aggregate = 'article';
  constructor(
    readonly articleId: string,
    readonly orgId: string,
  ) {}
}
export class ArticleClosed {
  static readonly subject = 'evt.portal.article-closed.v1';
  static readonly aggregate = 'article';
  constructor(
    readonly articleId: string,
    readonly orgId: string,
  ) {}
}
export const portalEvents: readonly EventClass[] = [ArticleRegistered, ArticleClosed];
