import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
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
import type { DocumentBody } from './document-body.js';

/** 文种: the fifteen of 《党政机关公文处理工作条例》 art. 8. */
export const genres = [
  'resolution',
  'decision',
  'order',
  'communique',
  'announcement',
  'public_notice',
  'opinion',
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'proposal',
  'letter',
  'minutes',
] as const;
export type Genre = (typeof genres)[number];
/** What the office calls them. */
export const genreNames: Readonly<Record<Genre, string>> = {
  resolution: '决议',
  decision: '决定',
  order: '命令（令）',
  communique: '公报',
  announcement: '公告',
  public_notice: '通告',
  opinion: '意见',
  notice: '通知',
  circular: '通报',
  report: '报告',
  request: '请示',
  reply: '批复',
  proposal: '议案',
  letter: '函',
  minutes: '纪要',
};
/** 格式: the general one, and the three of GB/T 9704-2012 ch. 10 (信函, 命令（令）, 纪要). */
export const layouts = ['general', 'letter', 'order', 'minutes'] as const;
export type Layout = (typeof layouts)[number];
/** 紧急程度. */
export const urgencies = ['none', 'urgent', 'extra_urgent'] as const;
export type Urgency = (typeof urgencies)[number];
/** 公开属性. */
export const disclosures = ['active', 'on_request', 'none'] as const;
export type Disclosure = (typeof disclosures)[number];
const day = /^\d{4}-\d{2}-\d{2}$/;

/** One of those who issue: the name in the red head (发文机关标志) and the one under the text (发文机关署名). */
export class Issuer {
  @IsUUID() orgId!: string;
  /** Without 文件, which the head adds. */
  @IsString() @Length(2, 60) name!: string;
  /** 签发人, printed on documents that go up (GB/T 9704 7.2.6). */
  @IsOptional() @IsString() @MaxLength(20) signer?: string;
}
/** A body, or words that stand for several (各地、州、市水利局). */
export class Addressee {
  @IsOptional() @IsUUID() orgId?: string;
  @IsString() @Length(1, 120) name!: string;
}
/** 发文字号: 〔year〕 and the running number come from the ledger, at 登记. */
export class OutgoingNumber {
  /** 机关代字, such as 新水办. */
  @IsString() @Length(1, 20) code!: string;
  @IsInt() @Min(1949) @Max(9999) year!: number;
  @IsInt() @Min(1) @Max(99_999) serial!: number;
}
/** 公文要素: all that the printed document shows, as GB/T 9704-2012 names it; what is not there yet is left out. */
export class OfficialText {
  @IsIn(genres) genre!: Genre;
  @IsIn(layouts) layout!: Layout;
  @IsIn(urgencies) urgency!: Urgency;
  @IsIn(disclosures) disclosure!: Disclosure;
  /** 上行文: the signers are printed beside the number. */
  @IsBoolean() upward!: boolean;
  /** The first one hosts a joint document. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => Issuer) issuers!: Issuer[];
  @IsOptional() @ValidateNested() @Type(() => OutgoingNumber) number?: OutgoingNumber;
  @IsString() @Length(2, 200) title!: string;
  /** 主送机关. */
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => Addressee) addressees!: Addressee[];
  /** 正文: checked by `bodyFaults`. */
  @IsObject() body!: DocumentBody;
  /** 附件说明: the names of the annexes, in order. */
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @Length(1, 120, { each: true }) annexes!: string[];
  /** 成文日期: the day of the signature. `YYYY-MM-DD` */
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) formedOn?: string;
  /** 附注, printed in brackets. */
  @IsOptional() @IsString() @MaxLength(200) note?: string;
  /** 抄送机关. */
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => Addressee) copies!: Addressee[];
  /** 印发机关. */
  @IsOptional() @IsString() @MaxLength(60) printedBy?: string;
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) printedOn?: string;
  /** 出席, 请假, 列席 of minutes. */
  @IsOptional() @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => Attendance) attendance?: Attendance[];
}
export class Attendance {
  @IsIn(['present', 'excused', 'observing']) kind!: 'present' | 'excused' | 'observing';
  @IsString() @Length(1, 2000) names!: string;
}
