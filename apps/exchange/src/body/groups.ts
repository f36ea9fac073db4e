import { Injectable } from '@nestjs/common';
import type { BodyGroup } from '@karez/contracts-exchange';
import type { EntityManager } from 'typeorm';

/** Standing groups by the kind of their members. */
const byKind: Readonly<Record<string, { readonly name: string; readonly kind: string }>> = {
  prefectures: { name: '全部地州市局', kind: 'prefecture_bureau' },
  counties: { name: '全部县市区局', kind: 'county_bureau' },
  basins: { name: '全部流域机构', kind: 'basin_body' },
  subordinates: { name: '全部直属单位', kind: 'subordinate_unit' },
};
/** `$1` is the government day: the database's own day may be another. */
const standing = 'org.abolished_on is null or org.abolished_on > $1::date';

/** 收文单位组, worked out from the directory each time. */
@Injectable()
export class Groups {
  async list(manager: EntityManager, today: string): Promise<BodyGroup[]> {
    const counts = await manager.query<{ kind: string; members: number }[]>(
      `select kind, count(*)::int as members from org_copy org where ${standing} group by kind`,
      [today],
    );
    const fixed = Object.entries(byKind).map(([id, { name, kind }]) => ({
      ...{ id, name, members: counts.find((row) => row.kind === kind)?.members ?? 0 },
    }));
    const below = await manager.query<BodyGroup[]>(
      `select 'counties:' || above.id as id, coalesce(above.short_name, above.name) || '所属县市区局' as name, count(*)::int as members
       from org_copy above join org_copy org on org.parent_id = above.id
       where above.kind = 'prefecture_bureau' and org.kind = 'county_bureau' and (${standing})
       group by above.id, above.name, above.short_name, above.division_code order by above.division_code`,
      [today],
    );
    const along = await manager.query<BodyGroup[]>(
      `select 'basin:' || above.id as id, coalesce(above.short_name, above.name) || '流域内各局' as name, count(*)::int as members
       from org_copy above join org_closure reach on reach.relation = 'basin' and reach.ancestor_id = above.id join org_copy org on org.id = reach.descendant_id
       where above.kind = 'basin_body' and org.kind in ('prefecture_bureau', 'county_bureau') and (${standing})
       group by above.id, above.name, above.short_name order by above.name`,
      [today],
    );
    return [...fixed, ...below, ...along].filter(({ members }) => members > 0);
  }

  /** Ids of the members on a government day; undefined when there is no such group. */
  async members(manager: EntityManager, group: string, today: string): Promise<string[] | undefined> {
    const [name = '', of] = group.split(':');
    const kind = byKind[name]?.kind;
    const found = of ? among[name] : kind && ofKind;
    if (!found) return undefined;
    const rows = await manager.query<{ id: string }[]>(found, [today, of ?? kind]);
    return rows.map(({ id }) => id);
  }
}

const ofKind = `select org.id from org_copy org where org.kind = $2 and (${standing})`;
/** Members of a group that belongs to one body. */
const among: Readonly<Record<string, string>> = {
  counties: `select org.id from org_copy org where org.parent_id = $2 and org.kind = 'county_bureau' and (${standing})`,
  basin: `select org.id from org_closure reach join org_copy org on org.id = reach.descendant_id
    where reach.relation = 'basin' and reach.ancestor_id = $2 and org.kind in ('prefecture_bureau', 'county_bureau') and (${standing})`,
};
