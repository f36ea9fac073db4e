import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
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
import { FollowByCode, Receipt } from './letter.js';

/**
 * 依申请公开 (《政府信息公开条例》 ch. 4). `received`: the clock runs; `correcting`: unclear, the applicant was asked to correct it (art. 30) and
 * the clock starts anew with the correction; `consulting`: a third party or another organ is asked, whose time does not count (art. 32, 33).
 */
export const disclosureRequestFlow = defineFlow('received', {
  received: ['correcting', 'consulting', 'drafted'],
  correcting: ['received', 'abandoned'],
  consulting: ['received'],
  drafted: ['received', 'answered'],
  answered: [],
  abandoned: [],
});
export type DisclosureRequestState = StateOf<typeof disclosureRequestFlow>;
export const disclosureRequestStates = Object.keys(disclosureRequestFlow.moves) as DisclosureRequestState[];
/** 答复种类 by art. 36. */
export const answerKinds = [
  'disclosed',
  'already_public',
  'partly',
  'refused',
  'not_held',
  'not_ours',
  'repeated',
  'not_information',
] as const;
export type AnswerKind = (typeof answerKinds)[number];
/** Kinds whose answer must say on which ground of the law it rests. */
export const groundedKinds = ['partly', 'refused', 'repeated', 'not_information'] as const satisfies readonly AnswerKind[];
/** Working days for an answer, and the longest extension (art. 33). */
export const answerWithin = 20;
export const longestExtension = 20;
/** Working days in which unclear requests are sent back for correction (art. 30). */
export const correctionWithin = 7;
export const disclosureActs = ['ask_correction', 'abandon', 'consult', 'consulted', 'extend', 'draft', 'approve', 'return'] as const;
export type DisclosureAct = (typeof disclosureActs)[number];

export class RequestDisclosure {
  @IsString() @Length(1, 80) site!: string;
  @IsIn(['person', 'organisation']) applicantKind!: 'person' | 'organisation';
  @IsString() @Length(2, 60) name!: string;
  /** 证件号码 of a person (GB 11643), 统一社会信用代码 of an organisation (GB 32100); both are checked by their check digit. */
  @Matches(/^[0-9A-Z]{18}$/) identityNumber!: string;
  @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/) phone!: string;
  @IsOptional() @IsString() @MaxLength(120) address?: string;
  /** 所需信息的名称、文号或者其他特征描述. */
  @IsString() @Length(10, 2000) information!: string;
  @IsOptional() @IsString() @MaxLength(500) purpose?: string;
  @IsIn(['electronic', 'paper', 'on_site']) form!: 'electronic' | 'paper' | 'on_site';
}
export class CorrectDisclosureRequest extends FollowByCode {
  @IsString() @Length(10, 2000) information!: string;
}
/** A stretch of the clock: running, or stopped with the reason. */
export class ClockSegment {
  @IsIn(['running', 'stopped', 'ended']) kind!: 'running' | 'stopped' | 'ended';
  @IsString() cause!: string;
  @IsISO8601() from!: string;
  @IsOptional() @IsISO8601() to?: string;
  /** Working days used up. */
  @IsInt() workingDays!: number;
}
export class DisclosureProgress {
  @IsString() receipt!: string;
  @IsIn(disclosureRequestStates) state!: DisclosureRequestState;
  @IsString() information!: string;
  @IsISO8601() receivedAt!: string;
  /** Absent while the clock stands. */
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsOptional() @IsString() correctionAsked?: string;
  @IsOptional() @IsInt() extendedBy?: number;
  @IsOptional() @IsIn(answerKinds) answerKind?: AnswerKind;
  @IsOptional() @IsString() answer?: string;
  @IsOptional() @IsISO8601() answeredAt?: string;
}
export class DisclosureRequestRow {
  @IsUUID() id!: string;
  @IsUUID() siteId!: string;
  @IsString() receipt!: string;
  @IsString() name!: string;
  @IsString() information!: string;
  @IsIn(disclosureRequestStates) state!: DisclosureRequestState;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsISO8601() receivedAt!: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsOptional() @IsInt() workingDaysLeft?: number;
  @IsBoolean() overdue!: boolean;
}
export class DisclosureRequestView extends DisclosureRequestRow {
  @IsIn(['person', 'organisation']) applicantKind!: 'person' | 'organisation';
  @IsString() identityNumber!: string;
  @IsString() phone!: string;
  @IsOptional() @IsString() address?: string;
  @IsOptional() @IsString() purpose?: string;
  @IsIn(['electronic', 'paper', 'on_site']) form!: 'electronic' | 'paper' | 'on_site';
  @IsOptional() @IsString() correctionAsked?: string;
  @IsOptional() @IsInt() extendedBy?: number;
  @IsOptional() @IsString() extensionReason?: string;
  @IsOptional() @IsString() consulted?: string;
  @IsOptional() @IsIn(answerKinds) answerKind?: AnswerKind;
  @IsOptional() @IsString() answer?: string;
  @IsOptional() @IsString() ground?: string;
  @IsOptional() @IsString() returnedFor?: string;
  @IsOptional() @IsISO8601() answeredAt?: string;
  @IsBoolean() dueProvisional!: boolean;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ClockSegment) clock!: ClockSegment[];
  @IsInt() version!: number;
  @IsArray() @IsIn(disclosureActs, { each: true }) acts!: DisclosureAct[];
}
export class ListDisclosureRequests extends ListRequest {
  @IsOptional() @IsUUID() siteId?: string;
  @IsOptional() @IsIn(disclosureRequestStates) state?: DisclosureRequestState;
}
export class DisclosureRequestOf {
  @IsUUID() requestId!: string;
}
export class AskCorrection extends DisclosureRequestOf {
  @IsString() @Length(5, 500) what!: string;
}
export class AbandonDisclosureRequest extends DisclosureRequestOf {
  @IsString() @Length(2, 300) reason!: string;
}
export class ConsultThirdParty extends DisclosureRequestOf {
  /** Whose rights or views are asked. */
  @IsString() @Length(2, 120) party!: string;
}
export class ThirdPartyAnswered extends DisclosureRequestOf {
  @IsIn(['agrees', 'objects', 'silent']) answer!: 'agrees' | 'objects' | 'silent';
}
/** Once, by the head of the disclosure office; the applicant is told. */
export class ExtendDisclosureRequest extends DisclosureRequestOf {
  @IsInt() @Min(1) @Max(longestExtension) workingDays!: number;
  @IsString() @Length(5, 300) reason!: string;
}
export class DraftDisclosureAnswer extends DisclosureRequestOf {
  @IsIn(answerKinds) kind!: AnswerKind;
  @IsString() @Length(10, 8000) answer!: string;
  @IsOptional() @IsString() @MaxLength(300) ground?: string;
}
export class ReturnDisclosureAnswer extends DisclosureRequestOf {
  @IsString() @Length(2, 300) reason!: string;
}
const v = { version: 1 } as const;
const anyone = { ...v, needs: 'anyone', limit: 'public-write' } as const;
const handle = { ...v, needs: 'portal.request.handle' } as const;
const approve = { ...v, needs: 'portal.request.approve' } as const;
const read = { ...v, needs: 'portal.request.read' } as const;
const at = 'POST /portal/disclosure-requests/:requestId' as const;
const view = { response: DisclosureRequestView } as const;
export const disclosureRequestApi = defineApi('portal', {
  requestDisclosure: command({
    ...{ ...anyone, http: 'POST /portal/public/sites/:site/disclosure-requests', status: 201 },
    ...{ request: RequestDisclosure, response: Receipt, summary: '申请公开政府信息' },
  }),
  followDisclosureRequest: query({
    ...{ ...anyone, http: 'POST /portal/public/disclosure-requests/follow' },
    ...{ request: FollowByCode, response: DisclosureProgress, summary: '凭查询码查看公开申请' },
  }),
  correctDisclosureRequest: command({
    ...{ ...anyone, http: 'POST /portal/public/disclosure-requests/correct' },
    ...{ request: CorrectDisclosureRequest, response: DisclosureProgress, summary: '补正公开申请' },
  }),
  listDisclosureRequests: query({
    ...{ ...read, http: 'GET /portal/disclosure-requests' },
    ...{ request: ListDisclosureRequests, response: pageOf(DisclosureRequestRow), summary: '依申请公开' },
  }),
  getDisclosureRequest: query({
    ...{ ...read, http: 'GET /portal/disclosure-requests/:requestId' },
    ...{ request: DisclosureRequestOf, ...view, summary: '公开申请详情' },
  }),
  askCorrection: command({ ...handle, ...view, http: `${at}/ask-correction`, request: AskCorrection, summary: '告知补正' }),
  abandonDisclosureRequest: command({
    ...approve,
    ...view,
    http: `${at}/abandon`,
    request: AbandonDisclosureRequest,
    summary: '视为放弃申请',
  }),
  consultThirdParty: command({ ...handle, ...view, http: `${at}/consult`, request: ConsultThirdParty, summary: '征求第三方意见' }),
  thirdPartyAnswered: command({ ...handle, ...view, http: `${at}/consulted`, request: ThirdPartyAnswered, summary: '登记第三方意见' }),
  extendDisclosureRequest: command({
    ...approve,
    ...view,
    http: `${at}/extend`,
    request: ExtendDisclosureRequest,
    summary: '延长答复期限',
  }),
  draftDisclosureAnswer: command({ ...handle, ...view, http: `${at}/answer`, request: DraftDisclosureAnswer, summary: '拟写答复书' }),
  returnDisclosureAnswer: command({ ...approve, ...view, http: `${at}/return`, request: ReturnDisclosureAnswer, summary: '退回答复书' }),
  approveDisclosureAnswer: command({
    ...approve,
    ...view,
    http: `${at}/approve`,
    request: DisclosureRequestOf,
    summary: '审定答复书并发出',
  }),
});
