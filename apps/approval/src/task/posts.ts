import type { Permission } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** Posts of the approval centre: who acts in a step is a post of a body. */
export const posts = ['window', 'review', 'leader'] as const;
export type Post = (typeof posts)[number];
const needs: Readonly<Record<Post, Permission | undefined>> = {
  window: 'approval.case.accept',
  review: undefined,
  leader: 'approval.case.decide',
};

/**
 * What somebody may take as, from the grants that hold `approval.task.work`: `review@body:<id>` for a body, `review@line:<id>` and
 * `review@basin:<id>` for all below it, `review@all`.
 */
export function keysOf({ id, grants }: Actor): string[] {
  const keys = [`person:${id}`];
  for (const { permissions, scope, orgIds } of grants) {
    if (!permissions.includes('approval.task.work')) continue;
    for (const post of posts) {
      const need = needs[post];
      if (need && !permissions.includes(need)) continue;
      if (scope === 'all') keys.push(`${post}@all`);
      if (scope === 'unit' || scope === 'listed') keys.push(...orgIds.map((body) => `${post}@body:${body}`));
      if (scope === 'unit_and_below') keys.push(...orgIds.map((body) => `${post}@line:${body}`));
      if (scope === 'basin') keys.push(...orgIds.map((body) => `${post}@basin:${body}`));
    }
  }
  return keys;
}

/** Who may take a task of a post of a body; the keys match those of `keysOf`, by the tree of bodies as it stands. */
export async function candidatesFor(manager: EntityManager, post: Post, bodyId: string): Promise<string[]> {
  const above = await manager.query<{ relation: string; id: string }[]>(
    'select relation, ancestor_id as id from org_closure where descendant_id = $1',
    [bodyId],
  );
  return [`${post}@body:${bodyId}`, `${post}@all`, ...above.map(({ relation, id }) => `${post}@${relation}:${id}`)];
}

/** The body of a task, from its candidates. */
export const bodyOf = (candidates: readonly string[]): string | undefined =>
  candidates.map((key) => /@body:(.+)$/.exec(key)?.[1]).find((id) => id !== undefined);
