import type { NotificationKind } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { type Person } from '../person/person.entity.js';

/**
 * Tells a person something about the own account: a row that stays, and a hint to look that travels when the command
 * saves the person, whom it holds.
 */
export async function noticeTo(
  tx: Tx,
  person: Person,
  kind: NotificationKind,
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  person.noticed(kind);
  await tx.manager.query('insert into notification (id, person_id, kind, params, at) values ($1, $2, $3, $4, $5)', [
    newId(),
    person.id,
    kind,
    params,
    tx.ctx.now,
  ]);
}
