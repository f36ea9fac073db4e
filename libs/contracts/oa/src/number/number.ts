import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export const numberStates = ['reserved', 'used', 'void'] as const;
export type NumberState = (typeof numberStates)[number];

/** 文号规则: one 机关代字 of an issuing body. */
export class NumberRule {
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsString() code!: string;
  /** 用途. */
  @IsString() purpose!: string;
  /** The last serial that was given out this year. */
  @IsInt() last!: number;
  /** Serials of this year up to the last of which nothing is known: always empty unless somebody wrote past the service. */
  @IsArray() @IsInt({ each: true }) gaps!: number[];
}
export class NumberRules {
  @IsArray() @ValidateNested({ each: true }) @Type(() => NumberRule) items!: NumberRule[];
}
export class ListNumberRules {
  @IsOptional() @IsUUID() orgId?: string;
}
export class PutNumberRule {
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 20) code!: string;
  @IsString() @Length(1, 80) purpose!: string;
}
export class NumberEntry {
  @IsUUID() orgId!: string;
  @IsString() code!: string;
  @IsInt() year!: number;
  @IsInt() serial!: number;
  /** 新水办〔2026〕128号 */
  @IsString() text!: string;
  @IsIn(numberStates) state!: NumberState;
  @IsOptional() @IsUUID() documentId?: string;
  @IsOptional() @IsString() title?: string;
  /** Why it was reserved, or made void. */
  @IsOptional() @IsString() reason?: string;
  @IsString() byName!: string;
  @IsISO8601() at!: string;
}
export class ListNumbers extends ListRequest {
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 20) code!: string;
  @IsInt() @Type(() => Number) @Min(1949) @Max(9999) year!: number;
  @IsOptional() @IsIn(numberStates) state?: NumberState;
}
/** 预留 the next serials. */
export class ReserveNumbers {
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 20) code!: string;
  @IsInt() @Min(1) @Max(50) count!: number;
  @IsString() @Length(2, 200) reason!: string;
}
/** 作废: a reserved number, for good. */
export class VoidNumber {
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 20) code!: string;
  @IsInt() @Min(1949) @Max(9999) year!: number;
  @IsInt() @Min(1) @Max(99_999) serial!: number;
  @IsString() @Length(2, 200) @MaxLength(200) reason!: string;
}
export class NumberEntries {
  @IsArray() @ValidateNested({ each: true }) @Type(() => NumberEntry) items!: NumberEntry[];
}

const read = { version: 1, needs: 'oa.document.office' } as const;
const write = { version: 1, needs: 'oa.number.write' } as const;
export const numberApi = defineApi('oa', {
  listNumberRules: query({ ...read, http: 'GET /oa/number-rules', request: ListNumberRules, response: NumberRules, summary: '文号规则' }),
  listNumbers: query({ ...read, http: 'GET /oa/numbers', request: ListNumbers, response: pageOf(NumberEntry), summary: '文号台账' }),
  putNumberRule: command({
    ...write,
    http: 'POST /oa/number-rules',
    request: PutNumberRule,
    response: NumberRules,
    summary: '登记文号规则',
  }),
  reserveNumbers: command({ ...write, http: 'POST /oa/numbers', request: ReserveNumbers, response: NumberEntries, summary: '预留文号' }),
  voidNumber: command({ ...write, http: 'POST /oa/numbers/void', request: VoidNumber, response: NumberEntries, summary: '作废文号' }),
});
