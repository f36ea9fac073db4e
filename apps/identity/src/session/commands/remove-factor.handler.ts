import { Injectable } from '@nestjs/common';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { Factors } from '../factors.js';
import { authorityChanged, endSessions } from '../session-changes.js';

/** 解除绑定, after the factor was passed once more. Sessions elsewhere, which it had opened, end. */
@Injectable()
export class RemoveFactorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: Factors,
  ) {}

  execute(ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.load(Person, ctx.actor.id);
      if (!(await this.factors.of(person.id, tx.manager)).enrolled) throw new DomainError('identity.session.factor_not_enrolled');
      await this.factors.remove(tx.manager, person.id);
      tx.touch('totp_factor', person.id);
      await noticeTo(tx, person, 'factor_removed', { address: ctx.address ?? '' });
      await tx.save(person);
      await endSessions(tx, { subjectId: person.id }, 'factor_removed', ctx.actor.sessionId);
      await authorityChanged(tx, { subjectId: person.id });
      return new Empty();
    });
  }
}
