import { command, type DataScope, dataScopes, defineApi, Empty, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class MyPost {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsString() title!: string;
  @IsBoolean() primary!: boolean;
}
export class MyGrant {
  @IsString() roleName!: string;
  @IsIn(dataScopes) scope!: DataScope;
  @IsArray() @IsString({ each: true }) permissions!: string[];
}
/** The caller, as the caller may know it. */
export class Me {
  @IsIn(['staff', 'applicant', 'service']) realm!: 'staff' | 'applicant' | 'service';
  @IsUUID() id!: string;
  @IsString() account!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() mobile?: string;
  @IsOptional() @IsString() email?: string;
  /** The post in which the caller acts in this session. */
  @IsOptional() @ValidateNested() @Type(() => MyPost) post?: MyPost;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyPost) posts!: MyPost[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyGrant) grants!: MyGrant[];
  /** All permissions of the current post, for navigation. */
  @IsArray() @IsString({ each: true }) permissions!: string[];
  @IsBoolean() passwordMustChange!: boolean;
  @IsISO8601() passwordChangedAt!: string;
  @IsBoolean() factorEnrolled!: boolean;
  /** The caller's roles ask for a second factor that is not enrolled yet. */
  @IsBoolean() factorMissing!: boolean;
  @IsInt() recoveryCodesLeft!: number;
  @IsOptional() @IsISO8601() steppedUpUntil?: string;
  @IsInt() unreadNotifications!: number;
}
export class ChangePassword {
  @IsString() @Length(1, 256) current!: string;
  @IsString() @Length(1, 256) next!: string;
}
export class UpdateMe {
  @IsOptional() @IsString() @MaxLength(32) mobile?: string;
  @IsOptional() @IsString() @MaxLength(120) email?: string;
}
export class FactorEnrolment {
  /** `otpauth://totp/…`, to be shown as a QR code once. */
  @IsString() uri!: string;
  /** The same secret in base32, to be typed. */
  @IsString() secret!: string;
}
export class ConfirmFactor {
  @IsString() @Length(6, 6) code!: string;
}
export class RecoveryCodes {
  /** Shown once; each opens the door once. */
  @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) codes!: string[];
}

/** The caller's own account. */
export const meApi = defineApi('identity', {
  getMe: query({ version: 1, http: 'GET /identity/me', needs: 'signed-in', request: Empty, response: Me, summary: '我的账号' }),
  updateMe: command({ version: 1, http: 'POST /identity/me', needs: 'staff', request: UpdateMe, response: Me, summary: '修改联系方式' }),
  changePassword: command({
    version: 1,
    http: 'POST /identity/me/password',
    needs: 'signed-in',
    limit: 'sign-in',
    request: ChangePassword,
    response: Empty,
    summary: '修改密码',
  }),
  enrolFactor: command({
    version: 1,
    http: 'POST /identity/me/factors',
    needs: 'staff',
    request: Empty,
    response: FactorEnrolment,
    summary: '绑定身份验证器',
  }),
  confirmFactor: command({
    version: 1,
    http: 'POST /identity/me/factors/confirm',
    needs: 'staff',
    limit: 'sign-in',
    request: ConfirmFactor,
    response: RecoveryCodes,
    summary: '确认绑定',
  }),
  removeFactor: command({
    version: 1,
    http: 'DELETE /identity/me/factors',
    needs: 'staff',
    stepUp: true,
    request: Empty,
    response: Empty,
    summary: '解除绑定',
  }),
});
