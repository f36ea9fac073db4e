import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { saveChanged } from '../session-changes.js';
import { Session } from '../session.entity.js';

/** 退出登录. Signing out twice is signing out. */
@Injectable()
export class SignOutHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const session = await tx.load(Session, ctx.actor.sessionId!);
      if (session.openAt(ctx.now)) {
        session.end('signed_out', ctx.now);
        await saveChanged(tx, session);
      }
      return new Empty();
    });
  }
}
