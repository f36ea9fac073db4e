import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { ArticleView, CompareEditions, EditionDifference, EditionView } from '@karez/contracts-portal';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { logOf } from './article-log.js';
import { Article } from './article.entity.js';
import { difference } from './difference.js';
import { Edition } from './edition.entity.js';
import { editionView } from './edition.view.js';

const compared = ['title', 'summary', 'plain', 'source', 'author'] as const;

/** Editions as far as a caller may see them: of the units in reach, and those that wait for the caller's own body. */
@Injectable()
export class EditionViews {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws DomainError `not_found` */
  async one(editionId: string, { actor }: Ctx): Promise<EditionView> {
    const edition = await this.#find(editionId, actor);
    const { manager } = this.source;
    const article = await manager.findOneByOrFail(Article, { id: edition.articleId });
    const column = await manager.findOneByOrFail(SiteColumn, { id: edition.columnId });
    return editionView(edition, article, column.name, actor);
  }

  async article(articleId: string, { actor }: Ctx): Promise<ArticleView> {
    const seen = await seenBy(this.source.createQueryBuilder(Edition, 'edition'), actor)
      .andWhere('edition.article_id = :articleId', { articleId })
      .orderBy('edition.language')
      .addOrderBy('edition.number', 'DESC')
      .getMany();
    if (!seen.length) throw new DomainError('not_found', { id: articleId });
    const { siteId, orgId, slug, origin } = await this.source.manager.findOneByOrFail(Article, { id: articleId });
    const editions = seen.map(({ id, language, number, state, title, changeNote, savedAt, savedByName, publishedAt }) => ({
      ...{ id, language, number, state, title, savedAt: savedAt.toISOString(), savedByName },
      ...(changeNote && { changeNote }),
      ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    }));
    return { id: articleId, siteId, orgId, slug, origin, editions, log: await logOf(this.source.manager, articleId) };
  }

  /** @throws DomainError `not_found`, `portal.edition.other_article` */
  async compare({ editionId, otherId }: CompareEditions, { actor }: Ctx): Promise<EditionDifference> {
    const [one, other] = [await this.#find(editionId, actor), await this.#find(otherId, actor)];
    if (one.articleId !== other.articleId) throw new DomainError('portal.edition.other_article');
    const changed = compared.filter((field) => (one[field] ?? '') !== (other[field] ?? ''));
    return {
      fields: changed.map((field) => ({
        field: field === 'plain' ? 'body' : field,
        parts: difference(one[field] ?? '', other[field] ?? ''),
      })),
    };
  }

  /** Who took a step goes on seeing what became of the text. */
  #readBy(actor: Actor): SelectQueryBuilder<Edition> {
    const { sql, params } = scopeSql(actor, 'portal.article.read', { org: 'edition.org_id' });
    const query = this.source.createQueryBuilder(Edition, 'edition');
    return query.where(`(${sql} or edition.waits_for = :ownOrg or edition.steps @> :ownStep::jsonb)`, {
      ...{ ...params, ownOrg: actor.orgId ?? null },
      ownStep: JSON.stringify([{ byId: actor.id }]),
    });
  }

  async #find(id: string, actor: Actor): Promise<Edition> {
    const found = await this.#readBy(actor).andWhere('edition.id = :id', { id }).getOne();
    if (!found) throw new DomainError('not_found', { id });
    return found;
  }
}

/** Narrows a list of editions to those of the units in reach and those that wait for the caller's own body. */
export function seenBy(query: SelectQueryBuilder<Edition>, actor: Actor): SelectQueryBuilder<Edition> {
  const { sql, params } = scopeSql(actor, 'portal.article.read', { org: 'edition.org_id' });
  return query.where(`(${sql} or edition.waits_for = :ownOrg)`, { ...params, ownOrg: actor.orgId ?? null });
}
