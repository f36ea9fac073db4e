import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';

export type OrgAct = 'create' | 'rename' | 'move' | 'merge' | 'abolish' | 'plan';

/** Adds a line to the history (沿革) of a body, as it will be read in ten years. */
export async function recordHistory(
  tx: Tx,
  orgId: string,
  act: OrgAct,
  text: string,
  effectiveOn: string,
  by = tx.ctx.actor,
): Promise<void> {
  await tx.manager.query(
    'insert into org_history (id, org_id, effective_on, recorded_at, act, text, by_id, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [...[newId(), orgId, effectiveOn, tx.ctx.now, act, text, by.id, by.name]],
  );
}
