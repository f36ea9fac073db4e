import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { GetArticle, ListArticles, ArticleView } from '@karez/contracts-portal';
import type { Page } from '@karez/contracts-kernel';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Article } from './article.entity.js';
import { articleColumns, type ArticleFacts, articleView } from './article.view.js';

const unique = { sql: 'article.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListArticles['sort']>, Order> = {
  '-registered': { by: [{ sql: 'article.registered_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  name: { by: [{ sql: 'article.name', cast: 'text' }, unique], direction: 'asc' },
};

/** What a caller may see of the articles. */
@Injectable()
export class ArticleLists {
  constructor(private readonly dataSource: DataSource) {}

  page(request: ListArticles, { actor }: Ctx): Promise<Page<ArticleView>> {
    const query = this.#seenBy(actor);
    if (request.state) query.andWhere('article.state = :state', { state: request.state });
    return keysetPage(query, request, { orders, view: (raw) => articleView(raw as unknown as ArticleFacts, actor) });
  }

  /** @throws DomainError `not_found`, for another body's row too */
  async one({ articleId }: GetArticle, { actor }: Ctx): Promise<ArticleView> {
    const found = await this.#seenBy(actor).andWhere('article.id = :id', { id: articleId }).getRawOne<ArticleFacts>();
    if (!found) throw new DomainError('not_found', { id: articleId });
    return articleView(found, actor);
  }

  #seenBy(actor: Actor): SelectQueryBuilder<Article> {
    const { sql, params } = scopeSql(actor, 'portal.article.read', { org: 'article.org_id' });
    const query = this.dataSource.createQueryBuilder(Article, 'article').select([]).where(sql, params);
    articleColumns.forEach((column) => query.addSelect(`article.${column}`, column));
    return query;
  }
}
