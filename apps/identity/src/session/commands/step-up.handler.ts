import { Injectable } from '@nestjs/common';
import { stepUpMs } from '@karez/auth';
import type { StepUp, SteppedUp } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Attempts } from '../attempts.js';
import { Factors } from '../factors.js';
import { saveChanged } from '../session-changes.js';
import { Session } from '../session.entity.js';

/** 二次验证: opens signing acts for ten minutes. */
@Injectable()
export class StepUpHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly factors: Factors,
  ) {}

  async execute({ code }: StepUp, ctx: Ctx): Promise<SteppedUp> {
    const { id, sessionId } = ctx.actor;
    if (!(await this.factors.of(id)).enrolled) throw new DomainError('identity.session.factor_not_enrolled');
    await this.attempts.enterFactor(id, ctx.now);
    const steppedUp = await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const session = await tx.load(Session, sessionId!);
        if (!session.openAt(ctx.now)) throw new DomainError('auth.expired');
        if (!(await this.factors.use(tx.manager, id, code, ctx.now))) throw new DomainError('identity.session.second_factor_wrong');
        session.stepUp(ctx.now);
        await saveChanged(tx, session);
        return { until: new Date(ctx.now.getTime() + stepUpMs).toISOString() };
      },
      { keep: false },
    );
    await this.attempts.passedFactor(id);
    return steppedUp;
  }
}
