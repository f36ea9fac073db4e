import { Injectable } from '@nestjs/common';
import type { EndPost, PersonView } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { chinaDate } from '../../china-date.js';
import { noticeTo } from '../../notification/notice.js';
import { endSessions } from '../../session/session-changes.js';
import { saveIntroduced } from '../introduce.js';
import { Person } from '../person.entity.js';
import { assertNotSelf } from '../person.policy.js';
import { personView } from '../person.view.js';
import { closePost, currentPosts, makePrimary } from '../post.js';

/** 免去岗位, by whoever reaches the body of the post. Its grants end, and the sessions that act in it. */
@Injectable()
export class EndPostHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId, postId }: EndPost, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.load(Person, personId);
      const posts = await currentPosts(tx.manager, personId);
      const post = posts.find(({ id }) => id === postId);
      if (!post || !(await tx.reaches('identity.person.write', post.orgId))) throw new DomainError('not_found', { id: postId });
      assertNotSelf(ctx.actor, personId);
      const [next] = posts.filter(({ id }) => id !== postId);
      if (!next) throw new DomainError('identity.post.last');
      await closePost(tx.manager, postId, ctx.actor.id, chinaDate(ctx.now), ctx.now);
      if (post.primary) {
        await makePrimary(tx.manager, next.id);
        person.moveHome(next.orgId);
      }
      await noticeTo(tx, person, 'post_ended', { orgName: post.orgName, title: post.title });
      await saveIntroduced(tx, person);
      await endSessions(tx, { postIds: [postId] }, 'post_ended');
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}
