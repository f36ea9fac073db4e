import { defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DisclosureEntry } from './edition.js';
import { withdrawalKinds, type WithdrawalKind } from './edition-moves.js';
import { SiteTheme } from './site.js';
import {
  columnTypes,
  type ColumnType,
  disclosureGenres,
  type DisclosureGenre,
  disclosureThemes,
  type DisclosureTheme,
  languages,
  type Language,
} from './terms.js';

/**
 * What the public reads, without signing in. Every answer names in `tags` what it depends on (`site:<id>`, `column:<id>`, `article:<id>` …); the
 * events of this contract carry the tags they touch, so that a cached page is dropped when, and only when, something on it changed.
 */
export class InSite {
  /** Code of the site: `slt`. */
  @IsString() @Length(1, 80) site!: string;
  @IsOptional() @IsIn(languages) language?: Language;
}
export class PublicSite {
  @IsUUID() id!: string;
  @IsString() code!: string;
  /** In the language asked for, as far as it is known. */
  @IsString() name!: string;
  @IsOptional() @IsString() description?: string;
  @IsString() domain!: string;
  @IsString() idCode!: string;
  @IsOptional() @IsString() foot?: string;
  @IsOptional() @IsString() parentCode?: string;
  @ValidateNested() @Type(() => SiteTheme) theme!: SiteTheme;
}
export class PublicColumn {
  @IsUUID() id!: string;
  @IsString() code!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() description?: string;
  @IsArray() @IsString({ each: true }) keywords!: string[];
  @IsIn(columnTypes) type!: ColumnType;
  @IsOptional() @IsString() parentCode?: string;
  @IsString() orgName!: string;
  @IsInt() liveArticles!: number;
}
/** An article in a list. */
export class PublicArticleRow {
  @IsUUID() articleId!: string;
  @IsString() site!: string;
  @IsString() slug!: string;
  @IsString() title!: string;
  @IsOptional() @IsString() summary?: string;
  @IsString() columnCode!: string;
  @IsString() columnName!: string;
  @IsString() source!: string;
  @IsISO8601() publishedAt!: string;
  @IsBoolean() withdrawn!: boolean;
}
export class HomeBlock {
  @ValidateNested() @Type(() => PublicColumn) column!: PublicColumn;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicArticleRow) articles!: PublicArticleRow[];
}
export class SiteHome {
  @ValidateNested() @Type(() => PublicSite) site!: PublicSite;
  /** The whole tree, parents before children: navigation and site map. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicColumn) columns!: PublicColumn[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => HomeBlock) blocks!: HomeBlock[];
  /** The latest of the whole site. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicArticleRow) latest!: PublicArticleRow[];
  /** Sites of units, on the home of the department. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicSite) unitSites!: PublicSite[];
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class SiteList {
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicSite) items!: PublicSite[];
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class ListPublicSites {
  @IsOptional() @IsIn(languages) language?: Language;
}
export class ListColumnArticles extends ListRequest {
  @IsString() @Length(1, 80) site!: string;
  /** Code of the column; articles of the columns below it are in the list too. */
  @IsString() @Length(1, 80) column!: string;
  @IsOptional() @IsIn(languages) language?: Language;
}
export class ColumnPage {
  @ValidateNested() @Type(() => PublicSite) site!: PublicSite;
  @ValidateNested() @Type(() => PublicColumn) column!: PublicColumn;
  /** From the top of the tree down to this column. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicColumn) path!: PublicColumn[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicColumn) children!: PublicColumn[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicArticleRow) items!: PublicArticleRow[];
  @IsOptional() @IsString() next?: string;
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class GetPublicArticle extends InSite {
  @IsString() @Length(1, 120) slug!: string;
}
export class LanguageOfArticle {
  @IsIn(languages) language!: Language;
  @IsString() title!: string;
}
export class PublicWithdrawal {
  @IsIn(withdrawalKinds) kind!: WithdrawalKind;
  @IsOptional() @IsString() notice?: string;
  /** `redirect` and `substitute`: where to go. */
  @IsOptional() @IsString() goTo?: string;
  @IsISO8601() at!: string;
}
/** What a page of an article needs. Of one that is gone or leads elsewhere only `withdrawal` and the title are told, without a text. */
export class PublicArticle {
  @IsUUID() articleId!: string;
  @IsUUID() editionId!: string;
  @ValidateNested() @Type(() => PublicSite) site!: PublicSite;
  @ValidateNested() @Type(() => PublicColumn) column!: PublicColumn;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicColumn) path!: PublicColumn[];
  @IsString() slug!: string;
  /** The language of the texts: Chinese when there is no edition in the one asked for. */
  @IsIn(languages) language!: Language;
  @IsArray() @ValidateNested({ each: true }) @Type(() => LanguageOfArticle) languages!: LanguageOfArticle[];
  @IsOptional() @IsBoolean() translationReviewed?: boolean;
  @IsString() title!: string;
  @IsOptional() @IsString() summary?: string;
  /** HTML of the allow list. */
  @IsString() body!: string;
  @IsString() source!: string;
  @IsOptional() @IsString() author?: string;
  @IsArray() @IsString({ each: true }) keywords!: string[];
  /** 责任单位. */
  @IsString() orgName!: string;
  @IsInt() number!: number;
  /** First publishing, and the one of this text. */
  @IsISO8601() firstPublishedAt!: string;
  @IsISO8601() publishedAt!: string;
  @IsOptional() @IsString() changeNote?: string;
  @IsOptional() @ValidateNested() @Type(() => DisclosureEntry) disclosure?: DisclosureEntry;
  @IsOptional() @IsString() indexNumber?: string;
  @IsOptional() @ValidateNested() @Type(() => PublicWithdrawal) withdrawal?: PublicWithdrawal;
  /** Others of the same column, the latest first. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PublicArticleRow) related!: PublicArticleRow[];
  /** Page tags by the standard of government sites: SiteName, SiteDomain, SiteIDCode, ColumnName, ArticleTitle, PubDate, ContentSource … */
  @IsObject() pageTags!: Record<string, string>;
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class GetPreview {
  @IsString() @Length(20, 300) token!: string;
}
export class PreviewedArticle {
  @IsString() title!: string;
  @IsOptional() @IsString() summary?: string;
  @IsString() body!: string;
  @IsString() source!: string;
  @IsIn(languages) language!: Language;
  @IsString() columnName!: string;
  @ValidateNested() @Type(() => PublicSite) site!: PublicSite;
  @IsISO8601() expiresAt!: string;
  /** To be laid over the page: whose link it is. */
  @IsString() watermark!: string;
}
/** 政府信息公开目录. */
export class ListDisclosures extends ListRequest {
  @IsString() @Length(1, 80) site!: string;
  @IsOptional() @IsIn(disclosureThemes) theme?: DisclosureTheme;
  @IsOptional() @IsIn(disclosureGenres) genre?: DisclosureGenre;
  @IsOptional() @Matches(/^\d{4}$/) year?: string;
}
export class DisclosureRow extends PublicArticleRow {
  @IsString() indexNumber!: string;
  @ValidateNested() @Type(() => DisclosureEntry) disclosure!: DisclosureEntry;
  @IsString() orgName!: string;
}
export class FacetCount {
  @IsString() value!: string;
  @IsInt() count!: number;
}
export class DisclosureFacets {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FacetCount) themes!: FacetCount[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => FacetCount) genres!: FacetCount[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => FacetCount) years!: FacetCount[];
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class SearchPortal extends ListRequest {
  @IsString() @Length(1, 60) q!: string;
  @IsOptional() @IsString() @Length(1, 80) site?: string;
  @IsOptional() @IsString() @MaxLength(80) column?: string;
  @IsOptional() @IsIn(languages) language?: Language;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) from?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) to?: string;
}
export class SearchRow extends PublicArticleRow {
  @IsString() siteName!: string;
  /** Plain text around the first words found. */
  @IsString() excerpt!: string;
}
/** RSS and JSON feed of a site or of one column: the last thirty. */
export class GetArticleFeed extends InSite {
  @IsOptional() @IsString() @Length(1, 80) column?: string;
}
export class FeedItem extends PublicArticleRow {
  @IsISO8601() changedAt!: string;
}
export class ArticleFeed {
  @ValidateNested() @Type(() => PublicSite) site!: PublicSite;
  @IsOptional() @ValidateNested() @Type(() => PublicColumn) column?: PublicColumn;
  @IsOptional() @IsISO8601() changedAt?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => FeedItem) items!: FeedItem[];
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class ListSitemap extends ListRequest {
  @IsString() @Length(1, 80) site!: string;
}
export class SitemapRow {
  @IsString() slug!: string;
  @IsArray() @IsIn(languages, { each: true }) languages!: Language[];
  @IsISO8601() changedAt!: string;
}
const anyone = { version: 1, needs: 'anyone' } as const;
const site = 'GET /portal/public/sites/:site' as const;
export const readingApi = defineApi('portal', {
  listPublicSites: query({
    ...{ ...anyone, http: 'GET /portal/public/sites' },
    ...{ request: ListPublicSites, response: SiteList, summary: '公开的站点' },
  }),
  getSiteHome: query({ ...anyone, http: `${site}/home`, request: InSite, response: SiteHome, summary: '首页、导航和网站地图' }),
  listColumnArticles: query({
    ...{ ...anyone, http: `${site}/columns/:column/articles` },
    ...{ request: ListColumnArticles, response: ColumnPage, summary: '栏目文章' },
  }),
  getPublicArticle: query({
    ...anyone,
    http: `${site}/articles/:slug`,
    request: GetPublicArticle,
    response: PublicArticle,
    summary: '文章',
  }),
  listDisclosures: query({
    ...{ ...anyone, http: `${site}/disclosures` },
    ...{ request: ListDisclosures, response: pageOf(DisclosureRow), summary: '政府信息公开目录' },
  }),
  getDisclosureFacets: query({
    ...{ ...anyone, http: `${site}/disclosure-facets` },
    ...{ request: InSite, response: DisclosureFacets, summary: '公开目录的分类和数量' },
  }),
  searchPortal: query({
    ...{ ...anyone, http: 'GET /portal/public/search' },
    ...{ request: SearchPortal, response: pageOf(SearchRow), summary: '全文检索' },
  }),
  getArticleFeed: query({ ...anyone, http: `${site}/feed`, request: GetArticleFeed, response: ArticleFeed, summary: '订阅源' }),
  listSitemap: query({
    ...anyone,
    http: `${site}/sitemap`,
    request: ListSitemap,
    response: pageOf(SitemapRow),
    summary: '网站地图（供检索）',
  }),
  getPreview: query({
    ...{ ...anyone, http: 'GET /portal/public/previews/:token' },
    ...{ request: GetPreview, response: PreviewedArticle, summary: '凭链接预览' },
  }),
});
