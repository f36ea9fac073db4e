import { Injectable } from '@nestjs/common';
import type { CreateSite, SiteView } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { unlessTaken } from '../../unique.js';
import { Site } from '../site.entity.js';
import { siteView } from '../site.view.js';

/** 新建站点 for a body in the caller's reach. */
@Injectable()
export class CreateSiteHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(request: CreateSite, ctx: Ctx): Promise<SiteView> {
    const { code, orgId, parentId, theme } = request;
    return this.unitOfWork.run(ctx, async (tx) => {
      if (!(await tx.reaches('portal.site.write', orgId))) throw new DomainError('auth.out_of_scope');
      if (parentId) await tx.load(Site, parentId);
      const site = Site.found(code, orgId, parentId ?? null, request, theme);
      await unlessTaken({ site_code_key: () => new DomainError('portal.site.code_taken', { code }) }, () => tx.save(site));
      const [org] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [orgId]);
      return siteView(site, org?.name ?? '');
    });
  }
}
