import { defineApi, Empty, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsISO8601, IsObject, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

/** The gateway exchanges the caller's access token for an authority token: who acts, with which grants, signed by identity for the bus. */
export class GetAuthority {
  @IsString() accessToken!: string;
}
export class Authority {
  @IsString() token!: string;
  @IsISO8601() expiresAt!: string;
}
export class Jwks {
  @IsArray() @IsObject({ each: true }) keys!: Record<string, unknown>[];
}
/** Sessions whose authority has changed or ended since a moment; the gateway asks every second or two. */
export class ListSessionChanges {
  @IsOptional() @IsISO8601() since?: string;
}
export class SessionChange {
  @IsUUID() sessionId!: string;
  @IsBoolean() ended!: boolean;
  @IsISO8601() at!: string;
}
export class SessionChanges {
  @IsISO8601() now!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => SessionChange) items!: SessionChange[];
}

/** For the gateway and the other services, over the bus only. */
export const authorityApi = defineApi('identity', {
  getAuthority: query({ version: 1, needs: 'system', request: GetAuthority, response: Authority, summary: '换取授权凭据' }),
  getJwks: query({ version: 1, http: 'GET /identity/jwks', needs: 'anyone', request: Empty, response: Jwks, summary: '公开的签名公钥' }),
  listSessionChanges: query({
    version: 1,
    needs: 'system',
    request: ListSessionChanges,
    response: SessionChanges,
    summary: '已结束或变更的登录',
  }),
});
