import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const code = /^[a-z][a-z0-9-]{1,59}$/;
export class ProcedureRow {
  @IsString() code!: string;
  @IsInt() version!: number;
  @IsString() name!: string;
  @IsISO8601() publishedAt!: string;
  /** Cases that run on this version. */
  @IsInt() running!: number;
}
export class ProcedureView extends ProcedureRow {
  /** The versioned procedure of `@karez/workflow`, as it is executed. */
  @IsObject() definition!: Record<string, unknown>;
}
export class ListProcedures extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class GetProcedure {
  @Matches(code) code!: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) version?: number;
}
export class PublishProcedure {
  @IsObject() definition!: Record<string, unknown>;
}
export class ImportBpmn {
  @Matches(code) code!: string;
  @IsString() @MaxLength(1_000_000) xml!: string;
}
export class ProcedureImported {
  @ValidateNested() @Type(() => ProcedureView) procedure!: ProcedureView;
  /** Elements that are kept in the drawing and not executed. */
  @IsArray() @IsString({ each: true }) unsupported!: string[];
}
export class BpmnText {
  @IsString() xml!: string;
}
export class MigrateProcedure {
  @Matches(code) code!: string;
  @IsInt() @Min(1) from!: number;
  @IsInt() @Min(1) to!: number;
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() dryRun?: boolean;
}
export class MigrationLine {
  @IsString() caseNumber!: string;
  @IsArray() @IsString({ each: true }) changes!: string[];
  /** Why this case stays on its version; absent where it moves. */
  @IsOptional() @IsString() refused?: string;
}
export class Migrated {
  @IsInt() moved!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MigrationLine) lines!: MigrationLine[];
}

const v = { version: 1 } as const;
export const procedureApi = defineApi('approval', {
  listProcedures: query({
    ...{ ...v, http: 'GET /approval/procedures', needs: 'approval.procedure.read' },
    ...{ request: ListProcedures, response: pageOf(ProcedureRow), summary: '审批流程' },
  }),
  getProcedure: query({
    ...{ ...v, http: 'GET /approval/procedures/:code', needs: 'approval.procedure.read' },
    ...{ request: GetProcedure, response: ProcedureView, summary: '审批流程详情' },
  }),
  publishProcedure: command({
    ...{ ...v, http: 'POST /approval/procedures', needs: 'approval.procedure.write' },
    ...{ request: PublishProcedure, response: ProcedureView, summary: '发布审批流程' },
  }),
  importBpmn: command({
    ...{ ...v, http: 'POST /approval/procedures/import-bpmn', needs: 'approval.procedure.write' },
    ...{ request: ImportBpmn, response: ProcedureImported, summary: '导入 BPMN' },
  }),
  exportBpmn: query({
    ...{ ...v, http: 'GET /approval/procedures/:code/export-bpmn', needs: 'approval.procedure.read' },
    ...{ request: GetProcedure, response: BpmnText, summary: '导出 BPMN' },
  }),
  migrateProcedure: command({
    ...{ ...v, http: 'POST /approval/procedures/:code/migrate', needs: 'approval.procedure.write', deadlineMs: 30_000 },
    ...{ request: MigrateProcedure, response: Migrated, summary: '在办件转到新版流程' },
  }),
});
