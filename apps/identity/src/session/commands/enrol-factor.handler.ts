import { Injectable } from '@nestjs/common';
import type { FactorEnrolment } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Person } from '../../person/person.entity.js';
import { Factors } from '../factors.js';

/** 绑定身份验证器, first half: a secret that counts once a code of it was shown. */
@Injectable()
export class EnrolFactorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: Factors,
  ) {}

  execute(ctx: Ctx): Promise<FactorEnrolment> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const person = await tx.load(Person, ctx.actor.id);
        if ((await this.factors.of(person.id, tx.manager)).enrolled) throw new DomainError('identity.factor.already_enrolled');
        tx.touch('totp_factor', person.id);
        return this.factors.enrol(tx.manager, person.id, person.account, ctx.now);
      },
      { keep: false },
    );
  }
}
