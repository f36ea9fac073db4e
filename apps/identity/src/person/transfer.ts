import type { Tx } from '@karez/persistence';
import { noticeTo } from '../notification/notice.js';
import { saveChanged } from '../session/session-changes.js';
import { Session } from '../session/session.entity.js';
import { saveIntroduced } from './introduce.js';
import { Person } from './person.entity.js';
import { closePost, openPost } from './post.js';
import { IsNull } from 'typeorm';

interface HeldPost {
  readonly id: string;
  readonly person_id: string;
  readonly title: string;
  readonly is_primary: boolean;
}

/**
 * Takes everybody with a post in one body over to another, under the same title. Grants end with the old post: they were
 * measured from a body that is no more. Who is signed in goes on in the new post.
 */
export async function transferPosts(
  tx: Tx,
  fromOrgId: string,
  to: { readonly id: string; readonly name: string },
  day: string,
): Promise<void> {
  const { manager, ctx } = tx;
  const posts = await manager.query<HeldPost[]>(
    'select id, person_id, title, is_primary from post where org_id = $1 and valid_to is null order by person_id, id',
    [fromOrgId],
  );
  for (const post of posts) {
    const person = await tx.load(Person, post.person_id);
    await closePost(manager, post.id, ctx.actor.id, day, ctx.now);
    const postId = await openPost(manager, { personId: person.id, orgId: to.id, title: post.title, primary: post.is_primary }, day);
    if (post.is_primary) person.moveHome(to.id);
    await noticeTo(tx, person, 'post_assigned', { orgName: to.name, title: post.title });
    await saveIntroduced(tx, person);
    const sessions = await manager.find(Session, { where: { postId: post.id, endedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    sessions.forEach((session) => session.actIn(postId));
    await saveChanged(tx, ...sessions);
  }
}
