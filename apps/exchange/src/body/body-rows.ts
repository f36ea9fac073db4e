import type { BodyRow } from '@karez/contracts-exchange';
import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { chinaDay } from '@karez/kernel';

/** Neither an office inside a body, which has no box of its own, nor a body that is no more; `:today` is a government day. */
const standing = (alias: string): string =>
  `${alias}.kind <> 'office' and (${alias}.abolished_on is null or ${alias}.abolished_on > :today::date)`;

/** The earlier end of the two keys that a body works with now; nothing when it lacks one of them, and then nobody can write to it. */
const keyEnd = `(
  select case when count(*) = 2 then min(ends) end from (
    select max(valid_until) as ends from body_key
    where owner = org.id::text and revoked_at is null and valid_from <= :now and valid_until > :now group by use) key)`;

/** Bodies of the directory, as rows of it. The caller adds whom it wants. */
export function selectBodies(source: DataSource, now: Date): SelectQueryBuilder<ObjectLiteral> {
  return source
    .createQueryBuilder()
    .select('org.id', 'id')
    .addSelect('org.name', 'name')
    .addSelect('org.short_name', 'short_name')
    .addSelect('org.kind', 'kind')
    .addSelect('org.division_code', 'division_code')
    .addSelect('org.parent_id', 'parent_id')
    .addSelect('parent.name', 'parent_name')
    .addSelect('node.node_id', 'node_name')
    .addSelect('org.abolished_on::text', 'abolished_on')
    .addSelect('org.successor_id', 'successor_id')
    .addSelect(keyEnd, 'key_valid_until')
    .addSelect(`(select count(*)::int from org_copy below where below.parent_id = org.id and ${standing('below')})`, 'children')
    .from('org_copy', 'org')
    .leftJoin('org_copy', 'parent', 'parent.id = org.parent_id')
    .leftJoin('body_node', 'node', 'node.org_id = org.id')
    .where(`org.kind <> 'office'`)
    .setParameters({ now, today: chinaDay(now) });
}

/** Those that documents can be addressed to today. */
export const thatStand = standing('org');
/** Those that hang below nothing that is shown. */
export const atTheTop = `not exists (select 1 from org_copy above where above.id = org.parent_id and ${standing('above')})`;

export function bodyRow(raw: Record<string, unknown>): BodyRow {
  const of = <T>(column: string): T | undefined => (raw[column] as T | null) ?? undefined;
  const optional = {
    ...{ shortName: of<string>('short_name'), divisionCode: of<string>('division_code'), parentId: of<string>('parent_id') },
    ...{ parentName: of<string>('parent_name'), nodeName: of<string>('node_name'), abolishedOn: of<string>('abolished_on') },
    ...{ successorId: of<string>('successor_id'), keyValidUntil: of<Date>('key_valid_until')?.toISOString() },
  };
  const told = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { id: raw.id as string, name: raw.name as string, kind: raw.kind as string, children: raw.children as number, ...told };
}
