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
