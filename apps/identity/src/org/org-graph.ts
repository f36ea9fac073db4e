import { newId } from '@karez/kernel';
import type { RelationKind } from '@karez/contracts-identity';
import type { EntityManager } from 'typeorm';

/** One dated edge of the graph of bodies. */
export interface Relation {
  readonly kind: RelationKind;
  readonly parentId: string;
  readonly childId: string;
}

/** Two reorganisations follow each other: each may rely on the graph that it has read. */
export const lockGraph = (manager: EntityManager): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(hashtext('identity.org_graph'))`);

export async function relate(manager: EntityManager, { kind, parentId, childId }: Relation, day: string): Promise<void> {
  await manager.query('insert into org_relation (id, kind, parent_id, child_id, valid_from) values ($1, $2, $3, $4, $5)', [
    newId(),
    kind,
    parentId,
    childId,
    day,
  ]);
}

/** Ends the current edges of some kinds that lead up from a body; they stay as history. */
export async function unrelate(manager: EntityManager, childId: string, kinds: readonly RelationKind[], day: string): Promise<void> {
  await manager.query('update org_relation set valid_to = $3 where child_id = $1 and kind = any($2) and valid_to is null', [
    childId,
    kinds,
    day,
  ]);
}

/**
 * Works out the closure again for some bodies and all that stand below them by whatever relation: after an edge up from
 * a body was added or ended, nobody else's ancestors can have changed.
 * `line`: administrative and internal edges. `guidance`: guidance edges. `basin`: from a basin body along basin edges,
 * then down the line, so that a basin reaches the bureaus it crosses and all below them.
 */
export async function refreshClosure(manager: EntityManager, childIds: readonly string[]): Promise<void> {
  const affected = await manager.query<{ id: string }[]>(
    `with recursive below(id) as (
       select unnest($1::uuid[])
       union
       select edge.child_id from below join org_relation edge on edge.parent_id = below.id and edge.valid_to is null)
     select id from below`,
    [childIds],
  );
  const ids = affected.map(({ id }) => id);
  await manager.query('delete from org_closure where descendant_id = any($1::uuid[])', [ids]);
  await manager.query(
    `insert into org_closure (relation, ancestor_id, descendant_id)
     with recursive up(relation, ancestor_id, descendant_id, on_line) as (
       select relation, id, id, true from unnest($1::uuid[]) id, unnest(array['line', 'guidance', 'basin']) relation
       union
       select up.relation, edge.parent_id, up.descendant_id, up.on_line and edge.kind <> 'basin'
       from up join org_relation edge on edge.child_id = up.ancestor_id and edge.valid_to is null
       where case up.relation
         when 'line' then edge.kind in ('administrative', 'internal')
         when 'guidance' then edge.kind = 'guidance'
         else edge.kind = 'basin' or (up.on_line and edge.kind in ('administrative', 'internal')) end)
     select distinct relation, ancestor_id, descendant_id from up`,
    [ids],
  );
}

/** Whether one body stands at or below another in the line. */
export async function standsBelow(manager: EntityManager, id: string, ancestorId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select 1 from org_closure where relation = 'line' and ancestor_id = $2 and descendant_id = $1`,
    [id, ancestorId],
  );
  return rows.length > 0;
}
