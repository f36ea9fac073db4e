import type { Grant } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { grantsOf } from '../session/capacity.js';
import { currentPosts } from './post.js';

/** What a person may do, in all current posts together. */
export async function heldGrants(manager: EntityManager, personId: string): Promise<Grant[]> {
  const posts = await currentPosts(manager, personId);
  return (await Promise.all(posts.map(({ id }) => grantsOf(manager, id)))).flat();
}
