import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { FormDefinition } from './form.js';

export const materialForms = ['original', 'copy', 'electronic'] as const;
export type MaterialForm = (typeof materialForms)[number];
export const itemKinds = ['promised', 'immediate'] as const;

/** One material that the item asks for. */
export class MaterialRequirement {
  @Matches(/^[a-z][a-z0-9_]{0,39}$/) code!: string;
  @IsString() @Length(1, 120) name!: string;
  /** 原件 · 复印件 · 电子件 */
  @IsIn(materialForms) form!: MaterialForm;
  @IsInt() @Min(1) @Max(20) copies!: number;
  @IsBoolean() required!: boolean;
  /** 来源渠道: who issues it. */
  @IsString() @MaxLength(120) source!: string;
  /** 审查要点 */
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) reviewPoints!: string[];
  /** 容缺受理: it may follow later. */
  @IsBoolean() mayFollow!: boolean;
  /** 告知承诺: a written promise stands in for it. */
  @IsBoolean() byPromise!: boolean;
  /** JSON-Logic over the form: asked for only then. */
  @IsOptional() @IsObject() when?: Record<string, unknown>;
}
/** One row of a table that decides by the form, in the order of the rows: the first that holds, counts. */
export class DecisionRow {
  @IsObject() when!: Record<string, unknown>;
  @IsString() text!: string;
  @IsString() outcome!: string;
}
export class DecisionTable {
  @IsString() name!: string;
  @IsString() basis!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DecisionRow) rows!: DecisionRow[];
}
/** What a licence of this item is called and how long it is good for. */
export class LicenceTerms {
  @IsString() name!: string;
  @IsString() mark!: string;
  @IsInt() @Min(1) @Max(50) years!: number;
}
/** A step with a limit of its own, as the guide shows it. */
export class GuideStep {
  @IsString() name!: string;
  @IsInt() @Min(0) @Max(200) workingDays!: number;
  @IsOptional() @IsString() note?: string;
  /** Offices that review at the same time in this step, by their names. Neither these nor `by`: the step is no part of the procedure. */
  @IsOptional() @IsArray() @ArrayMaxSize(12) @IsString({ each: true }) offices?: string[];
  /** One post of the window's body acts: the window itself, or its leader. Without a leader's step one follows the reviews. */
  @IsOptional() @IsIn(['window', 'leader']) by?: 'window' | 'leader';
}
/** 办事指南, as a sheet of the item brings it. Days are working days. */
export class ItemSheet {
  /** Code of the item in the directory; the format is the installation's own (GB/T 39554.1 is one). */
  @Matches(/^[A-Z0-9][A-Z0-9.-]{2,39}$/) code!: string;
  @IsString() @Length(2, 80) name!: string;
  @IsString() @Length(1, 60) category!: string;
  @IsIn(itemKinds) kind!: 'promised' | 'immediate';
  @IsString() @Length(1, 80) authority!: string;
  /** Name of the body whose window takes it. */
  @IsString() @Length(1, 80) window!: string;
  @IsString() @MaxLength(200) windowPlace!: string;
  @IsString() @MaxLength(60) phone!: string;
  @IsArray() @IsIn(['person', 'company'], { each: true }) applicants!: ('person' | 'company')[];
  @IsInt() @Min(1) @Max(200) statutoryDays!: number;
  @IsInt() @Min(1) @Max(200) promisedDays!: number;
  /** 《行政许可法》 art. 42: by how much the head of the body may extend it. */
  @IsInt() @Min(0) @Max(60) extensionDays!: number;
  @IsString() @MaxLength(120) fee!: string;
  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) conditions!: string[];
  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) legalBasis!: string[];
  @IsString() @Length(1, 60) procedureCode!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => GuideStep) steps!: GuideStep[];
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => MaterialRequirement) materials!: MaterialRequirement[];
  @ValidateNested() @Type(() => FormDefinition) form!: FormDefinition;
  @IsOptional() @ValidateNested() @Type(() => DecisionTable) decisionTable?: DecisionTable;
  @IsOptional() @ValidateNested() @Type(() => LicenceTerms) licence?: LicenceTerms;
  /** Working days that may be excluded at most, by kind of exclusion (`LawfulExclusion`); no cap where none is named. */
  @IsOptional() @IsObject() exclusionCaps?: Record<string, number>;
  /** What the applicant gets. */
  @IsString() @Length(1, 120) result!: string;
  /** The published guide that the days and materials are taken from. */
  @IsString() @MaxLength(300) source!: string;
}

export class ItemRow {
  @IsString() code!: string;
  @IsString() name!: string;
  @IsString() category!: string;
  @IsIn(itemKinds) kind!: 'promised' | 'immediate';
  @IsString() authority!: string;
  @IsInt() version!: number;
  @IsInt() statutoryDays!: number;
  @IsInt() promisedDays!: number;
  @IsArray() @IsIn(['person', 'company'], { each: true }) applicants!: ('person' | 'company')[];
  @IsBoolean() open!: boolean;
}
/** The guide of one published version. */
export class ItemView extends ItemSheet {
  @IsUUID() id!: string;
  @IsInt() version!: number;
  @IsISO8601() publishedAt!: string;
  /** Whether new applications are taken. */
  @IsBoolean() open!: boolean;
  @IsUUID() windowOrgId!: string;
}
export class ListItems extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsString() @MaxLength(60) category?: string;
  @IsOptional() @IsIn(['person', 'company']) applicant?: 'person' | 'company';
  @IsOptional() @IsIn(['code', 'name']) sort?: 'code' | 'name';
}
export class GetItem {
  @Matches(/^[A-Z0-9][A-Z0-9.-]{2,39}$/) code!: string;
  /** An earlier version; the published one unless told. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) version?: number;
}
/** One of the two: items as JSON, or a workbook (XLSX) in base64. */
export class ImportItems {
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsObject({ each: true }) items?: Record<string, unknown>[];
  @IsOptional() @IsString() @MaxLength(4_000_000) workbook?: string;
  /** Look only: what would be published, and what is refused. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() dryRun?: boolean;
}
export class ImportProblem {
  /** Sheet and row, as the reader sees them: `事项!3`; `items[2]` of JSON. */
  @IsString() where!: string;
  @IsString() field!: string;
  @IsString() message!: string;
}
export class ImportedItem {
  @IsString() code!: string;
  @IsString() name!: string;
  @IsInt() version!: number;
  /** The same sheet as the published version: nothing was written. */
  @IsBoolean() unchanged!: boolean;
}
export class ItemsImported {
  @IsArray() @ValidateNested({ each: true }) @Type(() => ImportedItem) items!: ImportedItem[];
  /** Only of a dry run; otherwise they refuse the whole. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ImportProblem) problems!: ImportProblem[];
}
export class OpenItem extends GetItem {
  @IsBoolean() open!: boolean;
}
export class AskTable extends GetItem {
  @IsObject() values!: Record<string, unknown>;
}
export class TableAnswer {
  @IsOptional() @IsString() outcome?: string;
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsString() basis?: string;
}

const v = { version: 1 } as const;
export const itemApi = defineApi('approval', {
  listItems: query({
    ...{ ...v, http: 'GET /approval/items', needs: 'anyone' },
    ...{ request: ListItems, response: pageOf(ItemRow), summary: '办事事项' },
  }),
  getItem: query({
    ...{ ...v, http: 'GET /approval/items/:code', needs: 'anyone' },
    ...{ request: GetItem, response: ItemView, summary: '办事指南' },
  }),
  askTable: query({
    ...{ ...v, http: 'POST /approval/items/:code/table', needs: 'anyone' },
    ...{ request: AskTable, response: TableAnswer, summary: '按决策表判断应办的类别' },
  }),
  importItems: command({
    ...{ ...v, http: 'POST /approval/items/import', needs: 'approval.item.write', deadlineMs: 30_000 },
    ...{ request: ImportItems, response: ItemsImported, summary: '导入事项清单' },
  }),
  openItem: command({
    ...{ ...v, http: 'POST /approval/items/:code/open', needs: 'approval.item.write' },
    ...{ request: OpenItem, response: ItemRow, summary: '开放或暂停受理' },
  }),
});
