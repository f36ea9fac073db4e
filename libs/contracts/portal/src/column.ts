import { command, defineApi, defineFlow, query, type StateOf } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { columnTypes, type ColumnType } from './terms.js';

/** 栏目: a closed one keeps its articles readable but takes no new ones. */
export const columnFlow = defineFlow('open', { open: ['closed'], closed: ['open'] });
export type ColumnState = StateOf<typeof columnFlow>;
export const columnStates = Object.keys(columnFlow.moves) as ColumnState[];

/** 三审三校 and the secrecy check (保密审查) that disclosure needs. */
export const stepKinds = ['review', 'proofread', 'secrecy'] as const;
export type StepKind = (typeof stepKinds)[number];
/** One step of a chain. Nobody who wrote the text takes a step, and nobody takes two of them. */
export class ReviewStep {
  @IsString() @Length(1, 20) name!: string;
  @IsIn(stepKinds) kind!: StepKind;
  /** The body whose people take it; the column's own unit unless told. */
  @IsOptional() @IsUUID() orgId?: string;
}
export class ColumnTexts {
  @IsString() @Length(1, 40) name!: string;
  @IsOptional() @IsString() @MaxLength(80) nameEn?: string;
  @IsOptional() @IsString() @MaxLength(80) nameUg?: string;
  /** ColumnDescription and ColumnKeywords of the required page tags. */
  @IsOptional() @IsString() @MaxLength(200) description?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @Length(1, 20, { each: true }) keywords?: string[];
  @IsIn(columnTypes) type!: ColumnType;
  /** 责任单位: its people write and publish here. */
  @IsUUID() orgId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(8) @ValidateNested({ each: true }) @Type(() => ReviewStep) chain!: ReviewStep[];
  /** 更新周期: longest silence in days; never longer than the national check allows for the type. */
  @IsOptional() @IsInt() @Min(1) @Max(3650) longestSilence?: number;
  @IsOptional() @IsUUID() parentId?: string;
  @IsInt() @Min(0) @Max(9999) position!: number;
  /** Shown on the home page. */
  @IsOptional() @IsBoolean() onHome?: boolean;
}
export class CreateColumn extends ColumnTexts {
  @IsUUID() siteId!: string;
  @Matches(/^[a-z][a-z0-9-]{1,30}$/) code!: string;
}
export class UpdateColumn extends ColumnTexts {
  @IsUUID() columnId!: string;
  @IsInt() @Min(1) version!: number;
}
export class SetColumnState {
  @IsUUID() columnId!: string;
  @IsIn(columnStates) state!: ColumnState;
}
export class ColumnView extends ColumnTexts {
  @IsUUID() id!: string;
  @IsUUID() siteId!: string;
  @IsString() code!: string;
  @IsIn(columnStates) state!: ColumnState;
  @IsString() orgName!: string;
  @IsInt() liveArticles!: number;
  @IsOptional() @IsISO8601() lastPublishedAt?: string;
  @IsInt() version!: number;
}
export class ListColumns {
  @IsUUID() siteId!: string;
}
export class Columns {
  /** The whole tree of the site in reading order: parents before children. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ColumnView) items!: ColumnView[];
}
const v = { version: 1 } as const;
const write = { ...v, needs: 'portal.site.write' } as const;
export const columnApi = defineApi('portal', {
  listColumns: query({
    ...{ ...v, http: 'GET /portal/sites/:siteId/columns', needs: 'portal.article.read' },
    ...{ request: ListColumns, response: Columns, summary: '栏目树' },
  }),
  createColumn: command({
    ...{ ...write, http: 'POST /portal/sites/:siteId/columns', status: 201 },
    ...{ request: CreateColumn, response: ColumnView, summary: '新建栏目' },
  }),
  updateColumn: command({
    ...{ ...write, http: 'PUT /portal/columns/:columnId' },
    ...{ request: UpdateColumn, response: ColumnView, summary: '修改栏目' },
  }),
  setColumnState: command({
    ...{ ...write, http: 'PUT /portal/columns/:columnId/state' },
    ...{ request: SetColumnState, response: ColumnView, summary: '关闭、重开栏目' },
  }),
});
