import { command, defineApi } from '@karez/contracts-kernel';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { SignedIn } from './session.js';

/** 群众 and 企业: another realm, with accounts of their own. */
export class RequestApplicantCode {
  @Matches(/^1\d{10}$/) phone!: string;
}
export class ApplicantCodeSent {
  /** Seconds until the code ends. */
  @IsInt() expiresIn!: number;
}
export class RegisterApplicant {
  @IsIn(['person', 'company']) kind!: 'person' | 'company';
  @IsString() @Length(2, 80) name!: string;
  @Matches(/^1\d{10}$/) phone!: string;
  /** The code that was sent to the phone. */
  @Matches(/^\d{6}$/) code!: string;
  @IsString() @Length(1, 256) password!: string;
  /** A company's unified credit code (GB 32100). */
  @IsOptional() @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/) creditCode?: string;
}
export class ApplicantRegistered {
  @IsUUID() id!: string;
}
export class SignInApplicant {
  @Matches(/^1\d{10}$/) phone!: string;
  @IsString() @Length(1, 256) password!: string;
}

export const applicantApi = defineApi('identity', {
  requestApplicantCode: command({
    version: 1,
    http: 'POST /identity/applicants/codes',
    needs: 'anyone',
    limit: 'public-write',
    request: RequestApplicantCode,
    response: ApplicantCodeSent,
    summary: '发送注册验证码',
  }),
  registerApplicant: command({
    version: 1,
    http: 'POST /identity/applicants',
    needs: 'anyone',
    limit: 'public-write',
    status: 201,
    request: RegisterApplicant,
    response: ApplicantRegistered,
    summary: '申请人注册',
  }),
  signInApplicant: command({
    version: 1,
    http: 'POST /identity/applicants/sessions',
    needs: 'anyone',
    limit: 'sign-in',
    request: SignInApplicant,
    response: SignedIn,
    summary: '申请人登录',
  }),
});
