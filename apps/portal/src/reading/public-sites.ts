import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Language, PublicColumn, PublicSite } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { inTreeOrder } from '../column/columns.js';
import { Site } from '../site/site.entity.js';
import { publicColumn, publicSite } from './public-rows.js';

export interface Tree {
  readonly site: PublicSite;
  readonly columns: readonly PublicColumn[];
  readonly onHome: readonly PublicColumn[];
}

/** Sites and their trees as everybody sees them. */
@Injectable()
export class PublicSites {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws DomainError `not_found` for a code that no open site has */
  async byCode(code: string): Promise<Site> {
    const site = await this.source.manager.findOneBy(Site, { code, state: 'open' });
    if (!site) throw new DomainError('not_found', { id: code });
    return site;
  }

  async all(language: Language): Promise<PublicSite[]> {
    const sites = await this.source.manager.find(Site, { where: { state: 'open' }, order: { code: 'ASC' } });
    return sites.map((site) => publicSite(site, language, sites.find(({ id }) => id === site.parentId)?.code));
  }

  async tree(site: Site, language: Language): Promise<Tree> {
    const columns = inTreeOrder(await this.source.manager.findBy(SiteColumn, { siteId: site.id }));
    const live = await this.source.query<{ id: string; live: number }[]>(
      'select place_id as id, count(*)::int as live from listing where place_id = any($1) and language = $2 group by 1',
      [columns.map(({ id }) => id), language],
    );
    const orgs = await this.source.query<{ id: string; name: string }[]>('select id, name from org_copy where id = any($1)', [
      columns.map(({ orgId }) => orgId),
    ]);
    const shown = columns.map((column) => {
      const parentCode = columns.find(({ id }) => id === column.parentId)?.code;
      const orgName = orgs.find(({ id }) => id === column.orgId)?.name ?? '';
      const count = live.find(({ id }) => id === column.id)?.live ?? 0;
      return publicColumn(column, language, { orgName, live: count, ...(parentCode && { parentCode }) });
    });
    const onHome = shown.filter((_, index) => columns[index]!.onHome && columns[index]!.state === 'open');
    return { site: publicSite(site, language), columns: shown, onHome };
  }
}

/** From the top of the tree down to a column. */
export function pathTo(columns: readonly PublicColumn[], column: PublicColumn): PublicColumn[] {
  const above = columns.find(({ code }) => code === column.parentCode);
  return above ? [...pathTo(columns, above), column] : [column];
}
