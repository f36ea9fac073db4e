import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** 意见征集, 网上调查: prepared, open until the closing date, and, for a consultation always, followed by its result (结果反馈). */
export const hearingFlow = defineFlow('draft', {
  draft: ['open', 'discarded'],
  open: ['closed'],
  closed: ['reported'],
  reported: [],
  discarded: [],
});
export type HearingState = StateOf<typeof hearingFlow>;
export const hearingStates = Object.keys(hearingFlow.moves) as HearingState[];
export const hearingKinds = ['consultation', 'survey'] as const;
export type HearingKind = (typeof hearingKinds)[number];
export const hearingActs = ['edit', 'open', 'close', 'report', 'discard'] as const;
export type HearingAct = (typeof hearingActs)[number];

export class SurveyQuestion {
  @IsString() @Length(2, 120) text!: string;
  @IsIn(['one', 'several', 'text']) kind!: 'one' | 'several' | 'text';
  @IsBoolean() required!: boolean;
  @IsOptional() @IsArray() @ArrayMinSize(2) @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 60, { each: true }) options?: string[];
}
export class HearingTexts {
  @IsString() @Length(4, 120) title!: string;
  /** Plain text, paragraphs separated by line ends. */
  @IsString() @Length(10, 20_000) text!: string;
  @IsISO8601({ strict: true }) closesAt!: string;
  /** Of a survey. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => SurveyQuestion) questions?: SurveyQuestion[];
}
export class CreateHearing extends HearingTexts {
  @IsUUID() siteId!: string;
  @IsIn(hearingKinds) kind!: HearingKind;
  /** The unit that asks; the caller's own unless told. */
  @IsOptional() @IsUUID() orgId?: string;
}
export class UpdateHearing extends HearingTexts {
  @IsUUID() hearingId!: string;
  @IsInt() @Min(1) version!: number;
}
export class HearingOf {
  @IsUUID() hearingId!: string;
}
export class ReportHearing extends HearingOf {
  /** 采纳情况说明: what was said, what was taken up, and why the rest was not. */
  @IsString() @Length(20, 20_000) result!: string;
  @IsInt() @Min(0) adopted!: number;
}
export class OptionCount {
  @IsString() option!: string;
  @IsInt() count!: number;
}
export class QuestionResult {
  @IsString() text!: string;
  @IsInt() answers!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OptionCount) counts!: OptionCount[];
}
export class PublicHearing {
  @IsUUID() id!: string;
  @IsIn(hearingKinds) kind!: HearingKind;
  @IsString() title!: string;
  @IsString() text!: string;
  @IsIn(hearingStates) state!: HearingState;
  @IsString() orgName!: string;
  @IsISO8601() opensAt!: string;
  @IsISO8601() closesAt!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => SurveyQuestion) questions!: SurveyQuestion[];
  @IsInt() voices!: number;
  /** Counts of a survey, from its closing on. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => QuestionResult) results!: QuestionResult[];
  @IsOptional() @IsString() result?: string;
  @IsOptional() @IsInt() adopted?: number;
  @IsOptional() @IsISO8601() reportedAt?: string;
  @IsArray() @IsString({ each: true }) tags!: string[];
}
export class HearingView extends PublicHearing {
  @IsUUID() siteId!: string;
  @IsUUID() orgId!: string;
  @IsInt() version!: number;
  @IsArray() @IsIn(hearingActs, { each: true }) acts!: HearingAct[];
}
export class ListHearings extends ListRequest {
  @IsOptional() @IsUUID() siteId?: string;
  @IsOptional() @IsIn(hearingKinds) kind?: HearingKind;
  @IsOptional() @IsIn(hearingStates) state?: HearingState;
}
export class ListPublicHearings extends ListRequest {
  @IsString() @Length(1, 80) site!: string;
  @IsOptional() @IsIn(hearingKinds) kind?: HearingKind;
}
export class GetPublicHearing {
  @IsString() @Length(1, 80) site!: string;
  @IsUUID() hearingId!: string;
}
/** 发表意见, as plain text. */
export class SendOpinion extends HearingOf {
  @IsString() @Length(5, 4000) text!: string;
  @IsOptional() @IsString() @MaxLength(30) name?: string;
  @IsOptional() @IsString() @MaxLength(60) contact?: string;
}
export class QuestionAnswer {
  @IsInt() @Min(0) @Max(29) question!: number;
  /** Numbers of the options chosen, counted from 0. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsInt({ each: true }) options?: number[];
  @IsOptional() @IsString() @MaxLength(1000) text?: string;
}
export class AnswerSurvey extends HearingOf {
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => QuestionAnswer) answers!: QuestionAnswer[];
}
export class VoiceTaken {
  @IsISO8601() at!: string;
}
export class VoiceRow {
  @IsUUID() id!: string;
  @IsISO8601() at!: string;
  @IsOptional() @IsString() name?: string;
  @IsOptional() @IsString() contact?: string;
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => QuestionAnswer) answers?: QuestionAnswer[];
}
export class ListVoices extends ListRequest {
  @IsUUID() hearingId!: string;
}
const v = { version: 1 } as const;
const anyone = { ...v, needs: 'anyone' } as const;
const write = { ...v, needs: 'portal.hearing.write', response: HearingView } as const;
const at = 'POST /portal/hearings/:hearingId' as const;
export const hearingApi = defineApi('portal', {
  listPublicHearings: query({
    ...{ ...anyone, http: 'GET /portal/public/sites/:site/hearings' },
    ...{ request: ListPublicHearings, response: pageOf(PublicHearing), summary: '意见征集和网上调查' },
  }),
  getPublicHearing: query({
    ...{ ...anyone, http: 'GET /portal/public/sites/:site/hearings/:hearingId' },
    ...{ request: GetPublicHearing, response: PublicHearing, summary: '征集、调查详情' },
  }),
  sendOpinion: command({
    ...{ ...anyone, http: 'POST /portal/public/hearings/:hearingId/opinions', limit: 'public-write', status: 201 },
    ...{ request: SendOpinion, response: VoiceTaken, summary: '发表意见' },
  }),
  answerSurvey: command({
    ...{ ...anyone, http: 'POST /portal/public/hearings/:hearingId/answers', limit: 'public-write', status: 201 },
    ...{ request: AnswerSurvey, response: VoiceTaken, summary: '填写调查' },
  }),
  listHearings: query({
    ...{ ...v, http: 'GET /portal/hearings', needs: 'portal.article.read' },
    ...{ request: ListHearings, response: pageOf(HearingView), summary: '征集和调查' },
  }),
  getHearing: query({
    ...{ ...v, http: 'GET /portal/hearings/:hearingId', needs: 'portal.article.read' },
    ...{ request: HearingOf, response: HearingView, summary: '征集、调查' },
  }),
  listVoices: query({
    ...{ ...v, http: 'GET /portal/hearings/:hearingId/voices', needs: 'portal.hearing.write' },
    ...{ request: ListVoices, response: pageOf(VoiceRow), summary: '收到的意见和答卷' },
  }),
  createHearing: command({ ...write, http: 'POST /portal/hearings', status: 201, request: CreateHearing, summary: '新建征集、调查' }),
  updateHearing: command({ ...write, http: 'PUT /portal/hearings/:hearingId', request: UpdateHearing, summary: '修改征集、调查' }),
  openHearing: command({ ...write, http: `${at}/open`, request: HearingOf, summary: '开始征集、调查' }),
  closeHearing: command({ ...write, http: `${at}/close`, request: HearingOf, summary: '结束征集、调查' }),
  reportHearing: command({ ...write, http: `${at}/report`, request: ReportHearing, summary: '反馈结果' }),
  discardHearing: command({ ...write, http: `${at}/discard`, request: HearingOf, summary: '删除草稿' }),
});
