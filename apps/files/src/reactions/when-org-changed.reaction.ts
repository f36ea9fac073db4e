import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { OrgChanged } from '@karez/contracts-identity';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';

/** Keeps the line of bodies that data scopes are measured on. Bodies may come in any order: a child before its parent too. */
@Injectable()
export class WhenOrgChanged {
  @ReactsTo(OrgChanged)
  async keepLine({ data }: EventEnvelope<OrgChanged>, { manager }: Tx): Promise<void> {
    // two bodies of one line that change at once would each miss the other's new place
    await manager.query(`select pg_advisory_xact_lock(hashtext('org_closure'))`);
    const { orgId, parentId } = data;
    await manager.query(
      'insert into org_copy (id, parent_id) values ($1, $2) on conflict (id) do update set parent_id = excluded.parent_id',
      [orgId, parentId],
    );
    await manager.query(
      `with recursive ${below} delete from org_closure where relation = 'line' and descendant_id in (select id from below)`,
      [orgId],
    );
    await manager.query(
      `with recursive ${below}, line as (
         select id as descendant, id as ancestor from below
         union select line.descendant, org.parent_id from line join org_copy org on org.id = line.ancestor where org.parent_id is not null)
       insert into org_closure (relation, ancestor_id, descendant_id) select 'line', ancestor, descendant from line`,
      [orgId],
    );
  }
}
const below = `below as (select id from org_copy where id = $1 union select child.id from org_copy child join below on child.parent_id = below.id)`;
