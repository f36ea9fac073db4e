import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

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
