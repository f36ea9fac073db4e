import type { Tx } from '@karez/persistence';
import type { Person } from './person.entity.js';
import { currentPosts } from './post.js';

/** Saves a person whose posts or contacts have changed, and tells other services of all of it. */
export async function saveIntroduced(tx: Tx, person: Person): Promise<void> {
  const posts = await currentPosts(tx.manager, person.id);
  person.introduce(posts.map(({ orgId, title, primary }) => ({ orgId, title, primary })));
  await tx.save(person);
}
