import { Injectable } from '@nestjs/common';
import type { InSite, Language, SiteHome, SiteList } from '@karez/contracts-portal';
import { articlesTag, siteTag } from '../tags.js';
import { PublicLists } from './public-lists.js';
import { PublicSites } from './public-sites.js';

const inBlock = 8;

/** The first page of a site with all that is on it. */
@Injectable()
export class Home {
  constructor(
    private readonly sites: PublicSites,
    private readonly lists: PublicLists,
  ) {}

  async of({ site: code, language = 'zh-CN' }: InSite): Promise<SiteHome> {
    const found = await this.sites.byCode(code);
    const { site, columns, onHome } = await this.sites.tree(found, language);
    const blocks = await Promise.all(
      onHome.map(async (column) => ({ column, articles: await this.lists.latest(column.id, language, inBlock) })),
    );
    const latest = await this.lists.latest(site.id, language, inBlock);
    const unitSites = (await this.sites.all(language)).filter(({ parentCode }) => parentCode === code);
    const tags = [siteTag(site.id), articlesTag(site.id), ...unitSites.map(({ id }) => siteTag(id))];
    return { site, columns: [...columns], blocks, latest, unitSites, tags };
  }

  async sitesOf(language: Language = 'zh-CN'): Promise<SiteList> {
    const items = await this.sites.all(language);
    return { items, tags: ['sites', ...items.map(({ id }) => siteTag(id))] };
  }
}
