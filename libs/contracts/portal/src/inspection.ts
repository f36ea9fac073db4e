import { defineApi, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';

/** Rules of the national check of government sites that this service can see by itself; the first four are 单项否决. */
export const inspectionRules = [
  'home_silent',
  'column_silent',
  'columns_silent',
  'letter_unanswered',
  'column_empty',
  'disclosure_overdue',
] as const;
export type InspectionRule = (typeof inspectionRules)[number];
export const lamps = ['green', 'amber', 'red'] as const;
export type Lamp = (typeof lamps)[number];

export class InspectionLine {
  @IsIn(inspectionRules) rule!: InspectionRule;
  @IsIn(lamps) lamp!: Lamp;
  /** What it is about: a column, a letter. */
  @IsOptional() @IsString() subject?: string;
  @IsOptional() @IsUUID() subjectId?: string;
  @IsOptional() @IsString() orgName?: string;
  /** Whole days until the rule bites; negative when it has; absent where it is no matter of days. */
  @IsOptional() @IsInt() daysLeft?: number;
  @IsOptional() @IsISO8601() since?: string;
  /** How many, for a rule that counts, and from where on it bites. */
  @IsOptional() @IsInt() count?: number;
  @IsOptional() @IsInt() limit?: number;
}
export class InspectionBoard {
  @IsUUID() siteId!: string;
  @IsISO8601() at!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => InspectionLine) lines!: InspectionLine[];
}
export class GetInspection {
  @IsUUID() siteId!: string;
}
export const inspectionApi = defineApi('portal', {
  getInspection: query({
    ...{ version: 1, http: 'GET /portal/sites/:siteId/inspection', needs: 'portal.inspection.read' },
    ...{ request: GetInspection, response: InspectionBoard, summary: '网站自查' },
  }),
});
