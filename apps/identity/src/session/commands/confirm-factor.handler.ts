import { Injectable } from '@nestjs/common';
import type { ConfirmFactor, RecoveryCodes } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { Attempts } from '../attempts.js';
import { Factors } from '../factors.js';
import { authorityChanged } from '../session-changes.js';

/** 确认绑定: the first code proves that the secret has arrived; the recovery codes are shown this once. */
@Injectable()
export class ConfirmFactorHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly factors: Factors,
  ) {}

  async execute({ code }: ConfirmFactor, ctx: Ctx): Promise<RecoveryCodes> {
    const { id } = ctx.actor;
    await this.attempts.enterFactor(id, ctx.now);
    const codes = await this.unitOfWork.run(
      ctx,
      async (tx) => {
        const person = await tx.load(Person, id);
        if ((await this.factors.of(id, tx.manager)).enrolled) throw new DomainError('identity.factor.already_enrolled');
        const recovery = await this.factors.confirm(tx.manager, id, code, ctx.now);
        if (!recovery) throw new DomainError('identity.factor.code_wrong');
        tx.touch('totp_factor', id);
        await noticeTo(tx, person, 'factor_enrolled', { address: ctx.address ?? '' });
        await tx.save(person);
        await authorityChanged(tx, { subjectId: id });
        return { codes: recovery };
      },
      { keep: false },
    );
    await this.attempts.passedFactor(id);
    return codes;
  }
}
