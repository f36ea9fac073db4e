import { Injectable } from '@nestjs/common';
import type { ApplicantRegistered, RegisterApplicant } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { refusingDuplicate } from '../../duplicates.js';
import { asvs } from '../../session/password.policy.js';
import { Passwords } from '../../session/passwords.js';
import { ApplicantCodes } from '../applicant-codes.js';
import { Applicant } from '../applicant.entity.js';

/** 申请人注册, with the code that was sent to the phone. That a phone is registered already is told only to who reads its messages. */
@Injectable()
export class RegisterApplicantHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: ApplicantCodes,
    private readonly passwords: Passwords,
  ) {}

  async execute({ code, password, ...request }: RegisterApplicant, ctx: Ctx): Promise<ApplicantRegistered> {
    const codeId = await this.codes.try(request.phone, code, ctx.now).catch(async (error: unknown) => {
      if (error instanceof DomainError) await this.unitOfWork.refused(ctx, error.code);
      throw error;
    });
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        await this.codes.use(tx, codeId);
        const applicant = Applicant.register(request, ctx.now);
        await this.passwords.assertGood(password, { account: applicant.phone, name: applicant.name }, asvs);
        const refusals = {
          applicant_phone_key: new DomainError('identity.applicant.phone_taken'),
          applicant_credit_code_key: new DomainError('identity.applicant.credit_code_taken'),
        };
        await refusingDuplicate(refusals, () => tx.save(applicant));
        await this.passwords.set(tx.manager, { subjectId: applicant.id, password, mustChange: false }, ctx.now);
        return { id: applicant.id };
      },
      { keep: false },
    );
  }
}
