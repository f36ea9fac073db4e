import { defineApi, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsISO8601, IsNumber, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';

const day = /^\d{4}-\d{2}-\d{2}$/;
export class GetApprovalStatistics {
  /** First and last day in Asia/Shanghai, by the day of submission; the last 30 days unless told. */
  @IsOptional() @Matches(day) from?: string;
  @IsOptional() @Matches(day) to?: string;
}
export class CaseCount {
  @IsInt() submitted!: number;
  @IsInt() accepted!: number;
  @IsInt() refused!: number;
  @IsInt() withdrawn!: number;
  @IsInt() running!: number;
  @IsInt() decided!: number;
  @IsInt() granted!: number;
  /** Of the decided: by the statutory, and by the promised date. */
  @IsInt() onTime!: number;
  @IsInt() withinPromise!: number;
  /** 按期办结率 and 提前率, 0 to 1; absent where nothing was decided. */
  @IsOptional() @IsNumber() onTimeRate?: number;
  @IsOptional() @IsNumber() earlyRate?: number;
  /** Working days by which decisions came before the statutory date, on average. */
  @IsOptional() @IsNumber() leadDays?: number;
  @IsInt() yellow!: number;
  @IsInt() red!: number;
  @IsInt() rated!: number;
  @IsOptional() @IsNumber() satisfaction?: number;
}
export class CountOfItem extends CaseCount {
  @IsString() code!: string;
  @IsString() name!: string;
}
/** Tasks of one department: how many, and how many past their own limit. */
export class CountOfBody {
  @IsString() orgId!: string;
  @IsString() orgName!: string;
  @IsInt() tasks!: number;
  @IsInt() open!: number;
  @IsInt() done!: number;
  @IsInt() late!: number;
  @IsInt() yellow!: number;
  @IsInt() red!: number;
}
export class ApprovalStatistics {
  @IsString() from!: string;
  @IsString() to!: string;
  @IsISO8601() at!: string;
  @ValidateNested() @Type(() => CaseCount) total!: CaseCount;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CountOfItem) byItem!: CountOfItem[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CountOfBody) byBody!: CountOfBody[];
}
export const statisticsApi = defineApi('approval', {
  getStatistics: query({
    ...{ version: 1, http: 'GET /approval/statistics', needs: 'approval.statistics.read', deadlineMs: 15_000 },
    ...{ request: GetApprovalStatistics, response: ApprovalStatistics, summary: '审批统计' },
  }),
});
