import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Columns, ColumnView } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { SiteColumn } from './column.entity.js';

interface Counts {
  readonly id: string;
  readonly live: number;
  readonly last: Date | null;
}
/** Rows of a tree in reading order: parents before children, siblings by position. */
export function inTreeOrder<T extends { readonly id: string; readonly parentId: string | null; readonly position: number }>(
  rows: readonly T[],
): T[] {
  const below = (parentId: string | null): T[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}

/** The tree of a site as its editors see it. */
@Injectable()
export class ColumnTree {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws DomainError `not_found` when neither the site nor a column of it lies in reach */
  async of(siteId: string, { actor }: Ctx): Promise<Columns> {
    const site = scopeSql(actor, 'portal.article.read', { org: 'org.id' });
    const seen = await this.source.manager
      .createQueryBuilder()
      .select('1', 'one')
      .from('(select org_id as id from site where id = :siteId union select org_id from site_column where site_id = :siteId)', 'org')
      .setParameter('siteId', siteId)
      .where(site.sql, site.params)
      .getRawOne<{ one: number }>();
    if (!seen) throw new DomainError('not_found', { id: siteId });
    const columns = await this.source.manager.findBy(SiteColumn, { siteId });
    return { items: await this.views(inTreeOrder(columns)) };
  }

  async views(columns: readonly SiteColumn[], manager: EntityManager = this.source.manager): Promise<ColumnView[]> {
    const counts = await manager.query<Counts[]>(
      `select place_id as id, count(*)::int as live, max(listed_at) as last from listing where place_id = any($1) and language = 'zh-CN' group by 1`,
      [columns.map(({ id }) => id)],
    );
    const orgs = await manager.query<{ id: string; name: string }[]>('select id, name from org_copy where id = any($1)', [
      columns.map(({ orgId }) => orgId),
    ]);
    return columns.map((column) => {
      const { nameEn, nameUg, description, parentId, longestSilence } = column;
      const { id, siteId, code, state, name, keywords, type, orgId, chain, position, onHome, version } = column;
      const count = counts.find((each) => each.id === id);
      return {
        ...{ id, siteId, code, state, name, keywords, type, orgId, chain, position, onHome, version, liveArticles: count?.live ?? 0 },
        orgName: orgs.find((org) => org.id === orgId)?.name ?? '',
        ...(count?.last && { lastPublishedAt: count.last.toISOString() }),
        ...(nameEn && { nameEn }),
        ...(nameUg && { nameUg }),
        ...(description && { description }),
        ...(parentId && { parentId }),
        ...(longestSilence && { longestSilence }),
      };
    });
  }
}
