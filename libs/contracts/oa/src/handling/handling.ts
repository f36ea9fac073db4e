import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';

export const verdicts = ['agree', 'disagree', 'noted'] as const;
export type Verdict = (typeof verdicts)[number];

/** 办理记录: one act on a document or item, with the opinion that came with it. Never changed, never removed. */
export class HandlingView {
  @IsUUID() id!: string;
  /** The act, as the subject's contract names it: `countersign`, `sign`, `return`. */
  @IsString() act!: string;
  @IsString() fromState!: string;
  @IsString() toState!: string;
  @IsOptional() @IsIn(verdicts) verdict?: Verdict;
  /** 意见. */
  @IsOptional() @IsString() text?: string;
  @IsUUID() personId!: string;
  @IsString() personName!: string;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsString() orgName?: string;
  /** 代: whom the person stood in for; shown as 甲（乙代）. */
  @IsOptional() @IsString() onBehalfOfName?: string;
  /** The version of the text that was read. */
  @IsOptional() @IsInt() textVersion?: number;
  /** SM3 of that text, hexadecimal. */
  @IsOptional() @IsString() digest?: string;
  @IsISO8601() at!: string;
}
