import { Injectable } from '@nestjs/common';
import type { ApplicantCodeSent, RequestApplicantCode } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { codeSeconds } from '../applicant-code.policy.js';
import { ApplicantCodes } from '../applicant-codes.js';

/** 发送注册验证码. The answer is the same whether or not the phone is registered. */
@Injectable()
export class RequestApplicantCodeHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: ApplicantCodes,
  ) {}

  execute({ phone }: RequestApplicantCode, ctx: Ctx): Promise<ApplicantCodeSent> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.codes.send(tx, phone);
      return { expiresIn: codeSeconds };
    });
  }
}
