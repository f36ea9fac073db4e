import type { Tx } from '@karez/persistence';
import type { WorkflowEvent, WorkflowEventKind } from './engine.types.js';
import { readInstance } from './store.js';

interface EventRow {
  readonly ordinal: number;
  readonly kind: WorkflowEventKind;
  readonly node_id: string | null;
  readonly task_id: string | null;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly at: Date;
  readonly details: Readonly<Record<string, unknown>>;
}

/** @throws DomainError `not_found` */
export async function readHistory(
  tx: Tx,
  instanceId: string,
  { after = 0, limit = 200 }: { readonly after?: number; readonly limit?: number },
): Promise<readonly WorkflowEvent[]> {
  await readInstance(tx, instanceId);
  const rows = await tx.manager.query<EventRow[]>(
    'select instance_id, ordinal, kind, node_id, task_id, actor_id, actor_name, at, details from workflow_event where instance_id = $1 and ordinal > $2 order by ordinal limit $3',
    [instanceId, after, limit],
  );
  return rows.map(({ ordinal, kind, node_id: nodeId, task_id: taskId, actor_id: id, actor_name: name, at, details }) => ({
    ...{ ordinal, kind, actor: { id, name }, at, details },
    ...(nodeId !== null && { nodeId }),
    ...(taskId !== null && { taskId }),
  }));
}
