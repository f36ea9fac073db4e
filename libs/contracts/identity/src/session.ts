import { command, defineApi, Empty, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Me } from './me.js';

export class SignIn {
  @IsString() @Length(1, 64) account!: string;
  @IsString() @Length(1, 256) password!: string;
  /** The second factor: six digits of the authenticator, or a recovery code. */
  @IsOptional() @IsString() @Length(6, 32) code?: string;
}
/** A browser gets the two tokens as HttpOnly cookies instead (the gateway takes them out of the answer). */
export class SignedIn {
  @IsOptional() @IsString() accessToken?: string;
  @IsOptional() @IsString() refreshToken?: string;
  /** Seconds until the access token ends. */
  @IsInt() expiresIn!: number;
  @IsUUID() sessionId!: string;
  @IsIn(['staff', 'applicant', 'service']) realm!: 'staff' | 'applicant' | 'service';
  /** The person signs with a password that an administrator has set: it has to be changed first. */
  @IsBoolean() passwordMustChange!: boolean;
}
export class RefreshSession {
  /** Absent in a browser, whose cookie carries it. */
  @IsOptional() @IsString() @MaxLength(200) refreshToken?: string;
}
/** RFC 7523: a service client proves itself with a JWT signed by its own key. */
export class SignInClient {
  @IsString() @Matches(/^urn:ietf:params:oauth:client-assertion-type:jwt-bearer$/) client_assertion_type!: string;
  @IsString() @MaxLength(4000) client_assertion!: string;
  @IsString() @Matches(/^client_credentials$/) grant_type!: string;
}
export class ClientToken {
  @IsString() access_token!: string;
  @IsIn(['Bearer']) token_type!: 'Bearer';
  @IsInt() expires_in!: number;
}
export class StepUp {
  @IsString() @Length(6, 32) code!: string;
}
export class SteppedUp {
  /** Signing acts are open until then. */
  @IsISO8601() until!: string;
}
export class SwitchPost {
  @IsUUID() postId!: string;
}
export class SessionRow {
  @IsUUID() id!: string;
  @IsBoolean() current!: boolean;
  @IsISO8601() startedAt!: string;
  @IsISO8601() lastSeenAt!: string;
  @IsOptional() @IsString() address?: string;
  /** Browser and system in words. */
  @IsOptional() @IsString() device?: string;
}
export class SessionList {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SessionRow) items!: SessionRow[];
}
export class EndSession {
  @IsUUID() sessionId!: string;
}

export const sessionApi = defineApi('identity', {
  signIn: command({
    version: 1,
    http: 'POST /identity/sessions',
    needs: 'anyone',
    limit: 'sign-in',
    request: SignIn,
    response: SignedIn,
    summary: '登录',
  }),
  refreshSession: command({
    version: 1,
    http: 'POST /identity/sessions/refresh',
    needs: 'anyone',
    limit: 'sign-in',
    request: RefreshSession,
    response: SignedIn,
    summary: '续期登录',
  }),
  signOut: command({
    version: 1,
    http: 'DELETE /identity/sessions/current',
    needs: 'signed-in',
    request: Empty,
    response: Empty,
    summary: '退出登录',
  }),
  stepUp: command({
    version: 1,
    http: 'POST /identity/sessions/current/step-up',
    needs: 'staff',
    limit: 'sign-in',
    request: StepUp,
    response: SteppedUp,
    summary: '二次验证',
  }),
  switchPost: command({
    version: 1,
    http: 'POST /identity/sessions/current/post',
    needs: 'staff',
    request: SwitchPost,
    response: Me,
    summary: '切换岗位',
  }),
  listSessions: query({
    version: 1,
    http: 'GET /identity/me/sessions',
    needs: 'signed-in',
    request: Empty,
    response: SessionList,
    summary: '我的登录',
  }),
  endSession: command({
    version: 1,
    http: 'DELETE /identity/me/sessions/:sessionId',
    needs: 'signed-in',
    request: EndSession,
    response: Empty,
    summary: '结束一次登录',
  }),
  signInClient: command({
    version: 1,
    http: 'POST /identity/token',
    needs: 'anyone',
    limit: 'sign-in',
    request: SignInClient,
    response: ClientToken,
    summary: '接入系统登录（private_key_jwt）',
  }),
});
