import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type {
  ArticleFeed,
  ColumnPage,
  DisclosureFacets,
  DisclosureRow,
  GetArticleFeed,
  InSite,
  Language,
  ListColumnArticles,
  ListDisclosures,
  ListSitemap,
  PublicArticleRow,
  SitemapRow,
} from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Edition } from '../edition/edition.entity.js';
import { articlesTag, columnTag, siteTag } from '../tags.js';
import { pathTo, PublicSites } from './public-sites.js';
import { type RawRow, rowColumns, rowOf } from './public-rows.js';

const listed: Order = { by: [{ sql: 'listing.listed_at', cast: 'timestamptz' }, { sql: 'listing.edition_id', cast: 'uuid' }], direction: 'desc' }; // prettier-ignore
const disclosed: Order = { by: [{ sql: 'edition.first_published_at', cast: 'timestamptz' }, { sql: 'edition.id', cast: 'uuid' }], direction: 'desc' }; // prettier-ignore
const bySlug: Order = { by: [{ sql: 'article.slug', cast: 'text' }, { sql: 'article.id', cast: 'uuid' }], direction: 'asc' }; // prettier-ignore
const feedLength = 30;

/** Lists of live articles: of a column, of the disclosure catalogue, for feeds and crawlers. */
@Injectable()
export class PublicLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sites: PublicSites,
  ) {}

  /** @throws DomainError `not_found` */
  async column(request: ListColumnArticles): Promise<ColumnPage> {
    const { site: code, language = 'zh-CN' } = request;
    const { site, columns } = await this.sites.tree(await this.sites.byCode(code), language);
    const column = columns.find((each) => each.code === request.column);
    if (!column) throw new DomainError('not_found', { id: request.column });
    const page = await keysetPage(this.inPlace(column.id, language), { limit: 20, ...request }, { orders: { listed }, view: viewOf });
    const children = columns.filter(({ parentCode }) => parentCode === column.code);
    return { site, column, path: pathTo(columns, column), children, ...page, tags: [siteTag(site.id), columnTag(column.id)] };
  }

  /** The latest of a column or a whole site. */
  latest(placeId: string, language: Language, limit: number): Promise<PublicArticleRow[]> {
    const query = this.inPlace(placeId, language)
      .orderBy('listing.listed_at', 'DESC')
      .addOrderBy('listing.edition_id', 'DESC')
      .limit(limit);
    return query.getRawMany<RawRow>().then((rows) => rows.map(rowOf));
  }

  async disclosures(request: ListDisclosures): Promise<Page<DisclosureRow>> {
    const site = await this.sites.byCode(request.site);
    const query = this.#disclosed(site.id)
      .addSelect('(select article.index_number from article where article.id = edition.article_id)', 'indexNumber')
      .addSelect('edition.disclosure', 'disclosure')
      .addSelect('(select org.name from org_copy org where org.id = edition.org_id)', 'orgName');
    const { theme, genre, year } = request;
    if (theme) query.andWhere(`edition.disclosure ->> 'theme' = :theme`, { theme });
    if (genre) query.andWhere(`edition.disclosure ->> 'genre' = :genre`, { genre });
    if (year) query.andWhere(`left(edition.disclosure ->> 'formedOn', 4) = :year`, { year });
    return keysetPage(query, { limit: 20, ...request }, { orders: { disclosed }, view: disclosureOf });
  }

  async facets({ site: code }: InSite): Promise<DisclosureFacets> {
    const { id } = await this.sites.byCode(code);
    const count = (value: string) =>
      this.source.query<{ value: string; count: number }[]>(
        `select ${value} as value, count(*)::int as count from edition
         where site_id = $1 and language = 'zh-CN' and state = 'live' and disclosure is not null group by 1 order by 2 desc, 1`,
        [id],
      );
    const [themes, genres, years] = await Promise.all(
      ["disclosure ->> 'theme'", "disclosure ->> 'genre'", "left(disclosure ->> 'formedOn', 4)"].map(count),
    );
    return { themes: themes!, genres: genres!, years: years!, tags: [siteTag(id), articlesTag(id)] };
  }

  async feed({ site: code, column: columnCode, language = 'zh-CN' }: GetArticleFeed): Promise<ArticleFeed> {
    const { site, columns } = await this.sites.tree(await this.sites.byCode(code), language);
    const column = columns.find((each) => each.code === columnCode);
    if (columnCode && !column) throw new DomainError('not_found', { id: columnCode });
    const query = this.inPlace(column?.id ?? site.id, language).addSelect('edition.published_at', 'changedAt');
    query.orderBy('listing.listed_at', 'DESC').addOrderBy('listing.edition_id', 'DESC').limit(feedLength);
    const rows = await query.getRawMany<RawRow & { changedAt: Date }>();
    const items = rows.map((row) => ({ ...rowOf(row), changedAt: row.changedAt.toISOString() }));
    const changedAt = items.map((item) => item.changedAt).sort().at(-1); // prettier-ignore
    const tags = [siteTag(site.id), column ? columnTag(column.id) : articlesTag(site.id)];
    return { site, items, tags, ...(column && { column }), ...(changedAt && { changedAt }) };
  }

  async sitemap(request: ListSitemap): Promise<Page<SitemapRow>> {
    const { id } = await this.sites.byCode(request.site);
    const query = this.source
      .createQueryBuilder()
      .select('article.slug', 'slug')
      .addSelect('live.languages', 'languages')
      .addSelect('live.changed_at', 'changedAt')
      .from('article', 'article')
      .innerJoin(
        `(select article_id, array_agg(language::text order by language) as languages, max(published_at) as changed_at from edition where site_id = :id and state = 'live' group by 1)`,
        'live',
        'live.article_id = article.id',
      )
      .where('article.site_id = :id', { id });
    return keysetPage(query, request, {
      orders: { bySlug },
      view: (raw) => ({
        slug: raw.slug as string,
        languages: raw.languages as Language[],
        changedAt: (raw.changedAt as Date).toISOString(),
      }),
    });
  }

  /** Live editions in the lists of a column or a site. */
  inPlace(placeId: string, language: Language): SelectQueryBuilder<Edition> {
    return withRow(
      this.source.createQueryBuilder(Edition, 'edition').select([]).innerJoin('listing', 'listing', 'listing.edition_id = edition.id'),
    ).where('listing.place_id = :placeId and listing.language = :language', { placeId, language });
  }

  #disclosed(siteId: string): SelectQueryBuilder<Edition> {
    return withRow(this.source.createQueryBuilder(Edition, 'edition').select([])).where(
      `edition.site_id = :siteId and edition.language = 'zh-CN' and edition.state = 'live' and edition.disclosure is not null`,
      { siteId },
    );
  }
}

/** The columns of a row, on a query of editions. */
export function withRow(query: SelectQueryBuilder<Edition>): SelectQueryBuilder<Edition> {
  query.innerJoin('site', 'site', 'site.id = edition.site_id').innerJoin('site_column', 'col', 'col.id = edition.column_id');
  for (const [name, sql] of Object.entries(rowColumns)) query.addSelect(sql, name);
  return query;
}
const viewOf = (raw: Record<string, unknown>): PublicArticleRow => rowOf(raw as unknown as RawRow);
const disclosureOf = (raw: Record<string, unknown>): DisclosureRow => ({
  ...viewOf(raw),
  ...{ indexNumber: (raw.indexNumber as string | null) ?? '', disclosure: raw.disclosure as DisclosureRow['disclosure'] },
  orgName: (raw.orgName as string | null) ?? '',
});
