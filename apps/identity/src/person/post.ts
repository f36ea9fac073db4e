import type { PostView } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** The posts (岗位) that a person holds now, the primary one first. */
export async function currentPosts(manager: EntityManager, personId: string): Promise<PostView[]> {
  return manager.query<PostView[]>(
    `select post.id, post.org_id as "orgId", org.name as "orgName", post.title, post.is_primary as "primary", post.valid_from::text as "validFrom"
     from post join org on org.id = post.org_id where post.person_id = $1 and post.valid_to is null order by post.is_primary desc, post.valid_from, post.id`,
    [personId],
  );
}

export interface NewPost {
  readonly personId: string;
  readonly orgId: string;
  readonly title: string;
  readonly primary: boolean;
}

/** @returns the id of the post */
export async function openPost(manager: EntityManager, { personId, orgId, title, primary }: NewPost, day: string): Promise<string> {
  const id = newId();
  if (primary)
    await manager.query('update post set is_primary = false where person_id = $1 and valid_to is null and is_primary', [personId]);
  await manager.query('insert into post (id, person_id, org_id, title, is_primary, valid_from) values ($1, $2, $3, $4, $5, $6)', [
    id,
    personId,
    orgId,
    title,
    primary,
    day,
  ]);
  return id;
}

/** Ends a post with what was granted to it. */
export async function closePost(manager: EntityManager, postId: string, endedBy: string, day: string, now: Date): Promise<void> {
  await manager.query('update post set valid_to = $2 where id = $1', [postId, day]);
  await manager.query('update role_grant set ended_at = $2, ended_by = $3 where post_id = $1 and ended_at is null', [postId, now, endedBy]);
}

export async function makePrimary(manager: EntityManager, postId: string): Promise<void> {
  await manager.query('update post set is_primary = true where id = $1', [postId]);
}
