import type { EntityManager } from 'typeorm';

const everyDelivery = `hashtext('exchange.every_delivery')`;

/**
 * One act at a time on each delivery of this node, whichever side it is on: where both bodies are served here, one transaction moves both
 * rows, and sender and recipient would otherwise take them in opposite order.
 */
export const lockDeliveries = (manager: EntityManager, ids: readonly string[]): Promise<unknown> =>
  manager.query(
    `with every as materialized (select pg_advisory_xact_lock_shared(${everyDelivery}))
     select pg_advisory_xact_lock(hashtextextended('delivery' || id::text, 0)) from every, unnest($1::uuid[]) id order by id`,
    [ids],
  );

export const lockDelivery = (manager: EntityManager, id: string): Promise<unknown> => lockDeliveries(manager, [id]);

/** No act on any delivery until the commit, and none under way: for what concerns all of them, as a new calendar. */
export const lockAllDeliveries = (manager: EntityManager): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(${everyDelivery})`);
