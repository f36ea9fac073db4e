import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import {
  type ArticleFeed,
  type ColumnPage,
  type DisclosureFacets,
  type DisclosureRow,
  type GetArticleFeed,
  type GetPreview,
  type GetPublicArticle,
  type InSite,
  type ListColumnArticles,
  type ListDisclosures,
  type ListPublicSites,
  type ListSitemap,
  type PreviewedArticle,
  type PublicArticle,
  readingApi,
  type SearchPortal,
  type SearchRow,
  type SiteHome,
  type SiteList,
  type SitemapRow,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { Search } from '../search/search.js';
import { Home } from './home.js';
import { PublicArticles } from './public-article.js';
import { PublicLists } from './public-lists.js';

/** What everybody reads. */
@Controller()
export class ReadingController implements Handlers<typeof readingApi> {
  constructor(
    private readonly home: Home,
    private readonly lists: PublicLists,
    private readonly articles: PublicArticles,
    private readonly search: Search,
  ) {}

  @Handles(readingApi.listPublicSites)
  listPublicSites({ language }: ListPublicSites, _ctx: Ctx): Promise<SiteList> {
    return this.home.sitesOf(language);
  }
  @Handles(readingApi.getSiteHome)
  getSiteHome(request: InSite, _ctx: Ctx): Promise<SiteHome> {
    return this.home.of(request);
  }
  @Handles(readingApi.listColumnArticles)
  listColumnArticles(request: ListColumnArticles, _ctx: Ctx): Promise<ColumnPage> {
    return this.lists.column(request);
  }
  @Handles(readingApi.getPublicArticle)
  getPublicArticle(request: GetPublicArticle, _ctx: Ctx): Promise<PublicArticle> {
    return this.articles.bySlug(request);
  }
  @Handles(readingApi.listDisclosures)
  listDisclosures(request: ListDisclosures, _ctx: Ctx): Promise<Page<DisclosureRow>> {
    return this.lists.disclosures(request);
  }
  @Handles(readingApi.getDisclosureFacets)
  getDisclosureFacets(request: InSite, _ctx: Ctx): Promise<DisclosureFacets> {
    return this.lists.facets(request);
  }
  @Handles(readingApi.searchPortal)
  searchPortal(request: SearchPortal, _ctx: Ctx): Promise<Page<SearchRow>> {
    return this.search.find(request);
  }
  @Handles(readingApi.getArticleFeed)
  getArticleFeed(request: GetArticleFeed, _ctx: Ctx): Promise<ArticleFeed> {
    return this.lists.feed(request);
  }
  @Handles(readingApi.listSitemap)
  listSitemap(request: ListSitemap, _ctx: Ctx): Promise<Page<SitemapRow>> {
    return this.lists.sitemap(request);
  }
  @Handles(readingApi.getPreview)
  getPreview(request: GetPreview, ctx: Ctx): Promise<PreviewedArticle> {
    return this.articles.preview(request, ctx);
  }
}
