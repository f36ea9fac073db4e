import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

/** What a copy takes from identity's word on a body; identity's contract is not known here. Days are `YYYY-MM-DD`, ids UUIDs. */
export interface OrgTold {
  readonly orgId: string;
  readonly name: string;
  readonly kind: string;
  /** GB/T 2260, six digits. */
  readonly divisionCode: string | null;
  readonly parentId: string | null;
  /** The first day on which the body is no more. */
  readonly abolishedOn: string | null;
  readonly shortName?: string | null;
  /** The basin bodies directly above it. An identity of before the basins were told leaves this and the next one out. */
  readonly basinIds?: readonly string[];
  /** The body that took over, after a merge. */
  readonly successorId?: string | null;
}

/**
 * Keeps a service's own copy of the bodies, which data scopes are measured on: a provider of every service that has rows of bodies,
 * beside `createOrgCopy` of `@karez/persistence` in its migrations. Bodies may come in any order: a child before its parent too.
 */
@Injectable()
export class OrgCopy {
  @ReactsTo({ subject: 'evt.identity.org-changed.v1', aggregate: 'org' })
  async keep({ data }: EventEnvelope<OrgTold>, { manager }: Pick<Tx, 'manager'>): Promise<void> {
    // two bodies of one line that change at once would each miss the other's new place
    await manager.query(`select pg_advisory_xact_lock(hashtext('org_closure'))`);
    await write(manager, data);
    await refreshClosure(manager, data.orgId);
  }
}

async function write(manager: EntityManager, told: OrgTold): Promise<void> {
  const { orgId, parentId, name, kind, divisionCode, abolishedOn, shortName, basinIds, successorId } = told;
  // short name, basins and successor were added together: where they are not told, what is known of them stays
  const columns = basinIds ? [...alwaysTold, ...added] : alwaysTold;
  await manager.query(
    `insert into org_copy (id, ${[...alwaysTold, ...added].join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [orgId, parentId, name, kind, divisionCode, abolishedOn, shortName ?? null, basinIds ?? [], successorId ?? null],
  );
}
const alwaysTold = ['parent_id', 'name', 'kind', 'division_code', 'abolished_on'];
const added = ['short_name', 'basin_ids', 'successor_id'];

/**
 * Works the closure out again for a body and all that stand below it by whatever relation; nobody else's ancestors can have changed.
 * `line`: along the parents. `basin`: down from a basin body to what it crosses, and from there down the line.
 */
async function refreshClosure(manager: EntityManager, orgId: string): Promise<void> {
  const affected = await manager.query<{ id: string }[]>(
    `with recursive below(id) as (
       select $1::uuid
       union
       select child.id from below join org_copy child on child.parent_id = below.id or child.basin_ids @> array[below.id])
     select id from below`,
    [orgId],
  );
  const ids = affected.map(({ id }) => id);
  await manager.query('delete from org_closure where descendant_id = any($1::uuid[])', [ids]);
  await manager.query(
    `insert into org_closure (relation, ancestor_id, descendant_id)
     with recursive up(relation, ancestor_id, descendant_id, on_line) as (
       select relation, id, id, true from unnest($1::uuid[]) id, unnest(array['line', 'basin']) relation
       union
       select up.relation, edge.parent_id, up.descendant_id, up.on_line and edge.kind = 'line'
       from up join org_copy org on org.id = up.ancestor_id
         cross join lateral (
           select 'line' as kind, org.parent_id where org.parent_id is not null
           union all select 'basin', unnest(org.basin_ids)) edge
       where case up.relation when 'line' then edge.kind = 'line' else edge.kind = 'basin' or up.on_line end)
     select distinct relation, ancestor_id, descendant_id from up`,
    [ids],
  );
}
