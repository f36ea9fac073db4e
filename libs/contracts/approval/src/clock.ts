import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, ValidateNested } from 'class-validator';

/** 受理期限 · 法定期限 · 承诺期限 · 环节期限 · 送达期限. */
export const limitKinds = ['acceptance', 'statutory', 'promised', 'step', 'delivery'] as const;
export type LimitKind = (typeof limitKinds)[number];
export const limitNames: Readonly<Record<LimitKind, string>> = {
  ...{ acceptance: '受理期限', statutory: '法定办结期限', promised: '承诺办结期限', step: '环节期限', delivery: '送达期限' },
};

/** Time that the law does not count (行政许可法 art. 45), and the two that stop a clock for other reasons. */
export const exclusionKinds = [
  ...(['hearing', 'tender', 'auction', 'inspection', 'test', 'quarantine', 'appraisal', 'expert_review'] as const),
  ...(['correction', 'force_majeure'] as const),
] as const;
export type ExclusionKind = (typeof exclusionKinds)[number];
export const exclusionNames: Readonly<Record<ExclusionKind, string>> = {
  ...{ hearing: '听证', tender: '招标', auction: '拍卖', inspection: '检验', test: '检测', quarantine: '检疫' },
  ...{ appraisal: '鉴定', expert_review: '专家评审', correction: '申请人补正', force_majeure: '不可抗力' },
};
/** Kinds that staff may open on a case: the law's closed list. */
export const lawfulExclusions = [
  ...(['hearing', 'tender', 'auction', 'inspection', 'test', 'quarantine', 'appraisal', 'expert_review'] as const),
] as const;
export type LawfulExclusion = (typeof lawfulExclusions)[number];

/** none: in time · signal: one working day before · yellow: the last day · red: past it. */
export const lamps = ['none', 'signal', 'yellow', 'red'] as const;
export type Lamp = (typeof lamps)[number];
export const limitStates = ['running', 'paused', 'met', 'missed', 'void'] as const;
export type LimitState = (typeof limitStates)[number];

export class SegmentView {
  @IsISO8601() from!: string;
  /** Absent while it lasts. */
  @IsOptional() @IsISO8601() to?: string;
  @IsBoolean() counted!: boolean;
  @IsOptional() @IsIn(exclusionKinds) exclusion?: ExclusionKind;
  /** The rule that it rests on. */
  @IsString() basis!: string;
  /** Number of the document that told the applicant. */
  @IsOptional() @IsString() documentNumber?: string;
  /** Working days of the limit that it took. */
  @IsInt() workingDays!: number;
}
export class LimitView {
  @IsIn(limitKinds) kind!: LimitKind;
  @IsString() name!: string;
  /** The step's name, for a step's limit. */
  @IsOptional() @IsString() step?: string;
  @IsIn(limitStates) state!: LimitState;
  @IsISO8601() startedAt!: string;
  /** With what was added by an extension. */
  @IsInt() workingDays!: number;
  @IsInt() used!: number;
  /** Working days left, negative when past it; absent when it does not run. */
  @IsOptional() @IsInt() left?: number;
  /** Absent while it is paused: nobody can know it yet. */
  @IsOptional() @IsISO8601() dueAt?: string;
  /** A year on the way is not published: the date may still move. */
  @IsBoolean() provisional!: boolean;
  @IsIn(lamps) lamp!: Lamp;
  @IsOptional() @IsISO8601() endedAt?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => SegmentView) segments!: SegmentView[];
  /** How the date came about, line by line: with legal basis for staff, in plain words for the applicant. */
  @IsArray() @IsString({ each: true }) derivation!: string[];
}
