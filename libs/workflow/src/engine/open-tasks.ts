import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * The open tasks of a person, for `keysetPage`: rows of `workflow_task` as `task` with its instance as `instance`; select what the list shows.
 * `mine`: held by the person, or delegated to the person. `claimable`: unclaimed, and one of the keys is a candidate (`WorkflowOptions.keysOf`).
 * Order by `task.opened_at, task.id`.
 */
export function openTasks(
  manager: EntityManager,
  which: 'mine' | 'claimable',
  { personId, keys }: { readonly personId: string; readonly keys: readonly string[] },
): SelectQueryBuilder<ObjectLiteral> {
  const query = manager
    .createQueryBuilder()
    .select([])
    .from('workflow_task', 'task')
    .innerJoin('workflow_instance', 'instance', 'instance.id = task.instance_id')
    .where(`task.state = 'open'`);
  if (which === 'mine') return query.andWhere('(task.assignee_id = :personId or task.delegate_id = :personId)', { personId });
  return query
    .andWhere('task.assignee_id is null')
    .andWhere('task.id in (select candidate.task_id from workflow_task_candidate candidate where candidate.key = any(:keys))', { keys });
}
