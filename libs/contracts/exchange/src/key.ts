import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

export const keyUses = ['signature', 'encryption'] as const;
export class BodyKeyView {
  @IsString() keyId!: string;
  @IsString() ownerId!: string;
  @IsString() ownerName!: string;
  @IsIn(keyUses) use!: (typeof keyUses)[number];
  @IsISO8601() validFrom!: string;
  @IsOptional() @IsISO8601() validUntil?: string;
  @IsOptional() @IsISO8601() revokedAt?: string;
  @IsOptional() @IsString() revokedReason?: string;
  /** SM3 of the public point, hexadecimal. */
  @IsString() fingerprint!: string;
  /** Whether the private half is here. */
  @IsBoolean() held!: boolean;
  @IsBoolean() current!: boolean;
}
export class ListKeys extends ListRequest {
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class RotateKey {
  @IsUUID() orgId!: string;
  @IsIn(keyUses) use!: (typeof keyUses)[number];
}
export class RevokeKey {
  @IsString() @Length(1, 80) keyId!: string;
  @IsString() @Length(1, 300) reason!: string;
}
const v = { version: 1 } as const;
export const keyApi = defineApi('exchange', {
  listKeys: query({
    ...{ ...v, http: 'GET /exchange/keys', needs: 'exchange.key.read' },
    ...{ request: ListKeys, response: pageOf(BodyKeyView), summary: '单位密钥' },
  }),
  rotateKey: command({
    ...{ ...v, http: 'POST /exchange/keys/:orgId/rotate', needs: 'exchange.key.write', stepUp: true, status: 201 },
    ...{ request: RotateKey, response: BodyKeyView, summary: '更换单位密钥' },
  }),
  revokeKey: command({
    ...{ ...v, http: 'POST /exchange/key-revocations', needs: 'exchange.key.write', stepUp: true },
    ...{ request: RevokeKey, response: BodyKeyView, summary: '撤销单位密钥' },
  }),
});
