import type { EventEnvelope } from '@karez/contracts-kernel';
import { isId } from '@karez/kernel';
import type { ActAudited } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { operationTitle } from '../catalogue.js';

/** Adds one act of any service to the ledger, with the words of that day: names change, the record does not. */
export async function addAuditEntry(manager: EntityManager, event: EventEnvelope<ActAudited>): Promise<void> {
  const { id, occurredAt, producer, trace, data } = event;
  const orgId = data.orgId && isId(data.orgId) ? data.orgId : null;
  await manager.query(
    `insert into audit_entry (id, at, service, operation, summary, realm, actor_id, actor_name, org_id, org_name, post_id, session_id, address, command_id, targets, outcome, code, trace)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select name from org where id = $9), $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, occurredAt, producer, data.operation, operationTitle(data.operation), data.realm, data.actorId, data.actorName, orgId],
      ...[data.postId, data.sessionId, data.address, data.commandId, data.targets, data.outcome, data.code, trace],
    ],
  );
}
