import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { type Body, exchanges } from './body.js';

const columns = `org.id, org.name, org.short_name as "shortName", org.kind, org.division_code as "divisionCode", org.parent_id as "parentId",
  org.abolished_on::text as "abolishedOn", org.successor_id as "successorId", node.node_id as "nodeId"`;
const from = 'from org_copy org left join body_node node on node.org_id = org.id';

/** The bodies, as this node's copy of the directory has them. */
@Injectable()
export class Bodies {
  async byIds(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Body>> {
    const rows = await manager.query<Body[]>(`select ${columns} ${from} where org.id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async find(manager: EntityManager, id: string): Promise<Body | undefined> {
    return (await this.byIds(manager, [id])).get(id);
  }

  /** @throws DomainError `exchange.dispatch.recipient_unknown` */
  async get(manager: EntityManager, id: string): Promise<Body> {
    const body = await this.find(manager, id);
    if (!body) throw new DomainError('exchange.dispatch.recipient_unknown', { id });
    return body;
  }

  /** From the body itself up to the top of its line. */
  async lineOf(manager: EntityManager, id: string): Promise<Body[]> {
    return manager.query<Body[]>(
      `with recursive up(id, depth) as (
         select $1::uuid, 0
         union all select org.parent_id, up.depth + 1 from up join org_copy org on org.id = up.id where org.parent_id is not null and up.depth < 20)
       select ${columns} ${from} join up on up.id = org.id order by up.depth`,
      [id],
    );
  }

  /** The body that a unit acts for in the exchange: itself, or the nearest above that has a box of its own. */
  async actingFor(manager: EntityManager, orgId: string): Promise<Body | undefined> {
    return (await this.lineOf(manager, orgId)).find(exchanges);
  }

  /** The bodies that stand above each of these in the line, by id. */
  async ancestors(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await manager.query<{ id: string; above: string[] }[]>(
      `select descendant_id as id, array_agg(ancestor_id) as above from org_closure
       where relation = 'line' and descendant_id = any($1::uuid[]) and ancestor_id <> descendant_id group by descendant_id`,
      [ids],
    );
    return new Map(rows.map(({ id, above }) => [id, new Set(above)]));
  }
}
