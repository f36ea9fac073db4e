import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import {
  type CreateSite,
  type ListSites,
  type PutTheme,
  type SetSiteState,
  siteApi,
  type SiteOf,
  type SiteRow,
  type SiteTheme,
  type SiteView,
  type ThemeChecked,
  type UpdateSite,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ChangeSiteHandler } from './commands/change-site.handler.js';
import { CreateSiteHandler } from './commands/create-site.handler.js';
import { contrastPairs } from './contrast.policy.js';
import { SiteLists } from './site.lists.js';

@Controller()
export class SiteController implements Handlers<typeof siteApi> {
  constructor(
    private readonly lists: SiteLists,
    private readonly creating: CreateSiteHandler,
    private readonly changing: ChangeSiteHandler,
  ) {}

  @Handles(siteApi.listSites)
  listSites(request: ListSites, ctx: Ctx): Promise<Page<SiteRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(siteApi.getSite)
  getSite({ siteId }: SiteOf, ctx: Ctx): Promise<SiteView> {
    return this.lists.one(siteId, ctx);
  }
  @Handles(siteApi.createSite)
  createSite(request: CreateSite, ctx: Ctx): Promise<SiteView> {
    return this.creating.execute(request, ctx);
  }
  @Handles(siteApi.updateSite)
  updateSite(request: UpdateSite, ctx: Ctx): Promise<SiteView> {
    return this.changing.execute(request.siteId, ctx, (site) => site.rename(request, request.version));
  }
  @Handles(siteApi.setSiteState)
  setSiteState({ siteId, state }: SetSiteState, ctx: Ctx): Promise<SiteView> {
    return this.changing.execute(siteId, ctx, (site) => site.setState(state));
  }
  @Handles(siteApi.checkTheme)
  checkTheme({ colours }: SiteTheme, _ctx: Ctx): Promise<ThemeChecked> {
    const pairs = contrastPairs(colours);
    return Promise.resolve({ readable: pairs.every(({ enough }) => enough), pairs });
  }
  @Handles(siteApi.putTheme)
  putTheme(request: PutTheme, ctx: Ctx): Promise<SiteView> {
    return this.changing.execute(request.siteId, ctx, (site) => site.dress(request, request.version));
  }
}
