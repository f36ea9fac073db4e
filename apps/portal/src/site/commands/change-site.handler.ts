import { Injectable } from '@nestjs/common';
import type { SiteView } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Site } from '../site.entity.js';
import { siteView } from '../site.view.js';

/** Names, style and state of a site in the caller's reach. */
@Injectable()
export class ChangeSiteHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(siteId: string, ctx: Ctx, change: (site: Site) => void): Promise<SiteView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const site = await tx.loadInScope(Site, siteId, 'portal.site.write', (alias) => ({ org: `${alias}.org_id` }));
      change(site);
      await tx.save(site);
      const [org] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [site.orgId]);
      return siteView(site, org?.name ?? '');
    });
  }
}
