import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { ArticleRow, ListArticles } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { likeOf } from '../like.js';
import { Edition } from './edition.entity.js';
import { seenBy } from './edition.views.js';

const orders: Readonly<Record<string, Order>> = {
  '-saved': { by: [{ sql: 'edition.saved_at', cast: 'timestamptz' }, { sql: 'edition.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const columns = [
  'id',
  'article_id',
  'site_id',
  'column_id',
  'language',
  'number',
  'title',
  'state',
  'open_hits',
  'waits_for',
  'saved_by_name',
  'saved_at',
];
/** Of one article and language the edition under work, else the public's, else the last. */
const foremost = `not exists (
  select 1 from edition ahead where ahead.article_id = edition.article_id and ahead.language = edition.language and ahead.state <> 'discarded'
    and ahead.number > edition.number)`;

/** 稿件 of the units in a caller's reach. */
@Injectable()
export class ArticleLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListArticles, { actor }: Ctx): Promise<Page<ArticleRow>> {
    const query = seenBy(this.source.createQueryBuilder(Edition, 'edition').select([]), actor)
      .innerJoin('article', 'article', 'article.id = edition.article_id')
      .innerJoin('site_column', 'col', 'col.id = edition.column_id')
      .addSelect('article.slug', 'slug')
      .addSelect('article.origin', 'origin')
      .addSelect('col.name', 'column_name')
      .addSelect('edition.publish_at', 'publish_at')
      .addSelect('edition.published_at', 'published_at');
    columns.forEach((column) => query.addSelect(`edition.${column}`, column));
    query.andWhere(request.state ? 'edition.state = :state' : `edition.state <> 'discarded' and ${foremost}`, { state: request.state });
    const { siteId, columnId, language, q } = request;
    if (siteId) query.andWhere('edition.site_id = :siteId', { siteId });
    if (columnId) query.andWhere('edition.column_id = :columnId', { columnId });
    if (language) query.andWhere('edition.language = :language', { language });
    if (q) query.andWhere('edition.title ilike :q', { q: likeOf(q) });
    return keysetPage(query, request, { orders, view: (raw) => rowOf(raw as unknown as Raw) });
  }
}

interface Raw extends Record<string, unknown> {
  readonly saved_at: Date;
  readonly publish_at: Date | null;
  readonly published_at: Date | null;
}
const rowOf = (raw: Raw): ArticleRow => ({
  ...{ articleId: raw.article_id as string, editionId: raw.id as string, siteId: raw.site_id as string, columnId: raw.column_id as string },
  ...{ columnName: raw.column_name as string, slug: raw.slug as string, language: raw.language as ArticleRow['language'] },
  ...{ number: raw.number as number, title: raw.title as string, state: raw.state as ArticleRow['state'] },
  ...{ origin: raw.origin as ArticleRow['origin'], openHits: raw.open_hits as number, savedByName: raw.saved_by_name as string },
  savedAt: raw.saved_at.toISOString(),
  ...(raw.waits_for ? { waitsFor: raw.waits_for as string } : {}),
  ...(raw.publish_at && { publishAt: raw.publish_at.toISOString() }),
  ...(raw.published_at && { publishedAt: raw.published_at.toISOString() }),
});
