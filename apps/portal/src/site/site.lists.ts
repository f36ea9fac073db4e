import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { ListSites, SiteRow, SiteView } from '@karez/contracts-portal';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Site } from './site.entity.js';
import { siteView } from './site.view.js';

const orders: Readonly<Record<string, Order>> = {
  name: { by: [{ sql: 'site.name', cast: 'text' }, { sql: 'site.id', cast: 'uuid' }], direction: 'asc' }, // prettier-ignore
};

/** The sites whose articles a caller may see: of the bodies in reach, and those in which such a body keeps a column. */
@Injectable()
export class SiteLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListSites, { actor }: Ctx): Promise<Page<SiteRow>> {
    const query = this.#seenBy(actor)
      .addSelect(`(select count(*)::int from edition where edition.site_id = site.id and edition.state = 'live')`, 'live')
      .addSelect('(select org.name from org_copy org where org.id = site.org_id)', 'org_name');
    if (request.state) query.andWhere('site.state = :state', { state: request.state });
    return keysetPage(query, request, { orders, view: rowOf });
  }

  async one(siteId: string, { actor }: Ctx): Promise<SiteView> {
    const site = await this.#seenBy(actor).andWhere('site.id = :siteId', { siteId }).getOne();
    if (!site) throw new DomainError('not_found', { id: siteId });
    const [org] = await this.source.query<{ name: string }[]>('select name from org_copy where id = $1', [site.orgId]);
    return siteView(site, org?.name ?? '');
  }

  #seenBy(actor: Actor): SelectQueryBuilder<Site> {
    const own = scopeSql(actor, 'portal.article.read', { org: 'site.org_id' });
    const columns = scopeSql(actor, 'portal.article.read', { org: 'col.org_id' });
    return this.source
      .createQueryBuilder(Site, 'site')
      .where(`(${own.sql} or exists (select 1 from site_column col where col.site_id = site.id and ${columns.sql}))`, own.params);
  }
}

const rowOf = (raw: Record<string, unknown>): SiteRow => ({
  ...{ id: raw.site_id as string, code: raw.site_code as string, name: raw.site_name as string, orgId: raw.site_org_id as string },
  ...{ orgName: (raw.org_name as string | null) ?? '', state: raw.site_state as SiteRow['state'], version: raw.site_version as number },
  liveArticles: raw.live as number,
  ...(raw.site_parent_id ? { parentId: raw.site_parent_id as string } : {}),
});
