import { Controller } from '@nestjs/common';
import {
  applicantApi,
  type ApplicantCodeSent,
  type ApplicantRegistered,
  type RegisterApplicant,
  type RequestApplicantCode,
  type SignedIn,
  type SignInApplicant,
} from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { RegisterApplicantHandler } from './commands/register-applicant.handler.js';
import { RequestApplicantCodeHandler } from './commands/request-applicant-code.handler.js';
import { SignInApplicantHandler } from './commands/sign-in-applicant.handler.js';

@Controller()
export class ApplicantController implements Handlers<typeof applicantApi> {
  constructor(
    private readonly codeHandler: RequestApplicantCodeHandler,
    private readonly registerHandler: RegisterApplicantHandler,
    private readonly signInHandler: SignInApplicantHandler,
  ) {}

  @Handles(applicantApi.requestApplicantCode)
  requestApplicantCode(request: RequestApplicantCode, ctx: Ctx): Promise<ApplicantCodeSent> {
    return this.codeHandler.execute(request, ctx);
  }

  @Handles(applicantApi.registerApplicant)
  registerApplicant(request: RegisterApplicant, ctx: Ctx): Promise<ApplicantRegistered> {
    return this.registerHandler.execute(request, ctx);
  }

  @Handles(applicantApi.signInApplicant)
  signInApplicant(request: SignInApplicant, ctx: Ctx): Promise<SignedIn> {
    return this.signInHandler.execute(request, ctx);
  }
}
