import type { OrgHistory, OrgKind, OrgRow, OrgTree, OrgView, RelationKind } from '@karez/contracts-identity';
import { scopeSql } from '@karez/auth';
import { type Actor, DomainError } from '@karez/kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { reaching } from '../reach.js';
import { Org } from './org.entity.js';

const childCount = '(select count(*)::int from org below where below.parent_id = org.id and below.abolished_on is null)';

/** Adds what a row of bodies shows to a query over `org`. */
export function selectOrgRow<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return query
    .select([
      'org.id as id',
      'org.name as name',
      'org.name_en as name_en',
      'org.kind as kind',
      'org.division_code as division_code',
      'org.parent_id as parent_id',
    ])
    .addSelect('org.abolished_on::text', 'abolished_on')
    .addSelect(childCount, 'children');
}

export function toOrgRow(raw: Record<string, unknown>): OrgRow {
  const row = raw as {
    id: string;
    name: string;
    name_en: string | null;
    kind: OrgKind;
    division_code: string | null;
    parent_id: string | null;
    abolished_on: string | null;
    children: number;
  };
  return {
    ...{ id: row.id, name: row.name, kind: row.kind, children: row.children },
    ...(row.name_en ? { nameEn: row.name_en } : {}),
    ...(row.division_code ? { divisionCode: row.division_code } : {}),
    ...(row.parent_id ? { parentId: row.parent_id } : {}),
    ...(row.abolished_on ? { abolishedOn: row.abolished_on } : {}),
  };
}

/** @throws DomainError `not_found` for another body's as for nobody's */
export async function assertSees(manager: EntityManager, actor: Actor, orgId: string): Promise<void> {
  const { sql, params } = scopeSql(actor, 'identity.org.read', { org: 'org.id' });
  const seen = await manager
    .createQueryBuilder()
    .select('1', 'one')
    .from('org', 'org')
    .where('org.id = :orgId', { orgId })
    .andWhere(sql, params)
    .getRawOne<object>();
  if (!seen) throw new DomainError('not_found', { id: orgId });
}

/** One body with its place and what the caller may do with it. */
export async function orgView(manager: EntityManager, actor: Actor, orgId: string): Promise<OrgView> {
  const org = await manager.findOneByOrFail(Org, { id: orgId });
  const row = await selectOrgRow(manager.createQueryBuilder().from('org', 'org'))
    .where('org.id = :orgId', { orgId })
    .getRawOne<Record<string, unknown>>();
  const [{ people }] = await manager.query<[{ people: number }]>(
    'select count(distinct person_id)::int as people from post where org_id = $1 and valid_to is null',
    [orgId],
  );
  const relations = await manager.query<{ kind: RelationKind; orgId: string; orgName: string }[]>(
    `select edge.kind, edge.parent_id as "orgId", above.name as "orgName" from org_relation edge join org above on above.id = edge.parent_id
     where edge.child_id = $1 and edge.valid_to is null and edge.kind in ('guidance', 'basin') order by edge.kind, above.position`,
    [orgId],
  );
  const writable = !org.abolishedOn && (await reaching(manager, actor, { orgId }, ['identity.org.write'])).length > 0;
  return {
    ...toOrgRow(row!),
    ...(org.shortName ? { shortName: org.shortName } : {}),
    ...(org.creditCode ? { creditCode: org.creditCode } : {}),
    ...{
      validFrom: org.validFrom,
      path: await pathOf(manager, orgId),
      relations,
      people,
      version: org.version,
      acts: writable ? ['write'] : [],
    },
  };
}

/** From the top down to the body itself. */
async function pathOf(manager: EntityManager, orgId: string): Promise<OrgRow[]> {
  const rows = await manager.query<{ id: string }[]>(
    `with recursive up(id, parent_id, depth) as (
       select id, parent_id, 0 from org where id = $1
       union all select org.id, org.parent_id, up.depth + 1 from up join org on org.id = up.parent_id)
     select id from up order by depth desc`,
    [orgId],
  );
  const ids = rows.map(({ id }) => id);
  const found = await selectOrgRow(manager.createQueryBuilder().from('org', 'org'))
    .where('org.id = any(:ids)', { ids })
    .getRawMany<Record<string, unknown>>();
  const byId = new Map(found.map((raw) => [raw.id as string, toOrgRow(raw)]));
  return ids.map((id) => byId.get(id)!);
}

/** One body and those directly below it that the caller may see too. */
export async function orgTree(manager: EntityManager, actor: Actor, orgId: string): Promise<OrgTree> {
  const { sql, params } = scopeSql(actor, 'identity.org.read', { org: 'org.id' });
  const query = selectOrgRow(manager.createQueryBuilder().from('org', 'org')).where(
    '(org.id = :orgId or (org.parent_id = :orgId and org.abolished_on is null))',
    { orgId },
  );
  query.andWhere(sql, params);
  const rows = (await query.orderBy('org.position').addOrderBy('org.id').getRawMany<Record<string, unknown>>()).map(toOrgRow);
  return { root: rows.find(({ id }) => id === orgId)!, children: rows.filter(({ id }) => id !== orgId) };
}

export async function orgHistory(manager: EntityManager, orgId: string): Promise<OrgHistory> {
  const sql =
    'select effective_on::text as at, act, text, by_name as by from org_history where org_id = $1 order by effective_on desc, id desc';
  return { items: await manager.query<OrgHistory['items']>(sql, [orgId]) };
}
