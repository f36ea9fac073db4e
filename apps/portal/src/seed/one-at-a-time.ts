import type { EntityManager } from 'typeorm';

/** Of two plantings at once the second waits for each step of the first, sees what it made, and leaves it as it is. */
export async function oneAtATime(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('portal.planting'))`);
}
