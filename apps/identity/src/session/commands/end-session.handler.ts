import { Injectable } from '@nestjs/common';
import type { EndSession } from '@karez/contracts-identity';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { saveChanged } from '../session-changes.js';
import { Session } from '../session.entity.js';

/** Ends one of the caller's own sessions, on a device that is elsewhere. */
@Injectable()
export class EndSessionHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ sessionId }: EndSession, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const session = await tx.load(Session, sessionId);
      if (session.realm !== ctx.actor.realm || session.subjectId !== ctx.actor.id) throw new DomainError('not_found', { id: sessionId });
      if (session.openAt(ctx.now)) {
        session.end('ended_by_owner', ctx.now);
        await saveChanged(tx, session);
      }
      return new Empty();
    });
  }
}
