import { Injectable } from '@nestjs/common';
import type { Me, SwitchPost } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { currentPosts } from '../../person/post.js';
import { MeView } from '../me.view.js';
import { saveChanged } from '../session-changes.js';
import { Session } from '../session.entity.js';

/** 切换岗位: a person acts in one capacity at a time. */
@Injectable()
export class SwitchPostHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meView: MeView,
  ) {}

  execute({ postId }: SwitchPost, ctx: Ctx): Promise<Me> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const session = await tx.load(Session, ctx.actor.sessionId!);
      if (!session.openAt(ctx.now)) throw new DomainError('auth.expired');
      const posts = await currentPosts(tx.manager, ctx.actor.id);
      if (!posts.some(({ id }) => id === postId)) throw new DomainError('identity.post.not_yours');
      session.actIn(postId);
      await saveChanged(tx, session);
      return this.meView.of(ctx.actor, ctx.now, tx.manager);
    });
  }
}
