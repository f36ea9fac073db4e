import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { SearchPortal, SearchRow } from '@karez/contracts-portal';
import { keysetPage, type Order } from '@karez/persistence';
import { excerptOf, Tokens } from '@karez/search';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Edition } from '../edition/edition.entity.js';
import { withRow } from '../reading/public-lists.js';
import { type RawRow, rowOf } from '../reading/public-rows.js';

const latest: Order = { by: [{ sql: 'edition.first_published_at', cast: 'timestamptz' }, { sql: 'edition.id', cast: 'uuid' }], direction: 'desc' }; // prettier-ignore

/** 全文检索 over everything that is live, the latest first. */
@Injectable()
export class Search {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tokens: Tokens,
  ) {}

  async find(request: SearchPortal): Promise<Page<SearchRow>> {
    const words = this.tokens.query(request.q);
    if (!words) return { items: [] };
    const cut = this.tokens.of(request.q);
    const view = (raw: Record<string, unknown>): SearchRow => ({
      ...rowOf(raw as unknown as RawRow),
      ...{ siteName: raw.siteName as string, excerpt: excerptOf(raw.plain as string, request.q, cut) },
    });
    return keysetPage(this.query(request, words), { limit: 20, ...request }, { orders: { latest }, view });
  }

  query({ site, column, language = 'zh-CN', from, to }: SearchPortal, words: string): SelectQueryBuilder<Edition> {
    const query = withRow(this.source.createQueryBuilder(Edition, 'edition').select([]))
      .addSelect('site.name', 'siteName')
      .addSelect('edition.plain', 'plain')
      .where(`edition.state = 'live' and edition.search @@ :words::tsquery and edition.language = :language and site.state = 'open'`, {
        words,
        language,
      });
    if (site) query.andWhere('site.code = :site', { site });
    if (column) query.andWhere('col.code = :column', { column });
    if (from) query.andWhere(`edition.first_published_at >= (:from::date)::timestamp at time zone 'Asia/Shanghai'`, { from });
    if (to) query.andWhere(`edition.first_published_at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai'`, { to });
    return query;
  }
}
