import { defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** One act: who, in which capacity, from where, did what to what. Never the content. */
export class AuditRow {
  @IsUUID() id!: string;
  @IsISO8601() at!: string;
  @IsString() service!: string;
  /** Subject of the operation: `cmd.identity.disablePerson.v1`. */
  @IsString() operation!: string;
  @IsString() summary!: string;
  @IsString() realm!: string;
  @IsString() actorId!: string;
  @IsString() actorName!: string;
  @IsOptional() @IsString() orgId?: string;
  @IsOptional() @IsString() orgName?: string;
  @IsOptional() @IsString() address?: string;
  /** `person/0199…` of what was changed. */
  @IsString({ each: true }) targets!: string[];
  @IsString() outcome!: string;
  @IsString() trace!: string;
}
export class ListAudit extends ListRequest {
  @IsOptional() @IsUUID() actorId?: string;
  @IsOptional() @IsString() @MaxLength(120) operation?: string;
  @IsOptional() @IsIn(['done', 'refused']) outcome?: 'done' | 'refused';
  @IsOptional() @IsISO8601() from?: string;
  @IsOptional() @IsISO8601() to?: string;
}

export const auditApi = defineApi('identity', {
  listAudit: query({
    version: 1,
    http: 'GET /identity/audit',
    needs: 'identity.audit.read',
    request: ListAudit,
    response: pageOf(AuditRow),
    summary: '审计记录',
  }),
});
