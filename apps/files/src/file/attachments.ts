import type { EntityManager } from 'typeorm';

/** Whether a service holds a file for any of its things. */
export async function isHeldBy(manager: EntityManager, fileId: string, service: string): Promise<boolean> {
  const held = await manager.query<unknown[]>('select 1 from attachment where file_id = $1 and service = $2 limit 1', [fileId, service]);
  return held.length > 0;
}

/** Whether any service holds a file. */
export async function isHeld(manager: EntityManager, fileId: string): Promise<boolean> {
  return (await manager.query<unknown[]>('select 1 from attachment where file_id = $1 limit 1', [fileId])).length > 0;
}
