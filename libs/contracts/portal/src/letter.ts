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

/** 来信: received, given to a unit, answered, the answer approved; or closed without (abuse, twice the same). */
export const letterFlow = defineFlow('received', {
  received: ['routed', 'closed'],
  routed: ['routed', 'drafted', 'closed'],
  drafted: ['routed', 'answered'],
  answered: [],
  closed: [],
});
export type LetterState = StateOf<typeof letterFlow>;
export const letterStates = Object.keys(letterFlow.moves) as LetterState[];
export const letterKinds = ['leader_mailbox', 'consult', 'complaint', 'suggestion'] as const;
export type LetterKind = (typeof letterKinds)[number];
/** 办理时限 by class, in working days: a consultation, a suggestion, a complaint, and a complex matter that several units must look into. */
export const letterClasses = { consult: 3, suggestion: 5, complaint: 10, complex: 15 } as const;
export type LetterClass = keyof typeof letterClasses;
export const letterClassNames = Object.keys(letterClasses) as LetterClass[];
export const letterActs = ['route', 'draft', 'approve', 'return', 'close'] as const;
export type LetterAct = (typeof letterActs)[number];

/** Plain text; nothing in it is ever read as markup. */
export class SendLetter {
  @IsString() @Length(1, 80) site!: string;
  @IsIn(letterKinds) kind!: LetterKind;
  @IsString() @Length(4, 60) subject!: string;
  @IsString() @Length(10, 4000) text!: string;
  @IsString() @Length(2, 30) name!: string;
  @IsOptional() @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/) phone?: string;
  @IsOptional() @IsString() @MaxLength(120) address?: string;
  /** Whether the letter may be shown with its answer, without the name. */
  @IsBoolean() mayPublish!: boolean;
}
export class Receipt {
  /** 查询码, printed for the citizen. */
  @IsString() receipt!: string;
  /** 校验码: shown once. */
  @IsString() check!: string;
  @IsISO8601() receivedAt!: string;
  /** By when an answer is due; a provisional day may still move. */
  @IsOptional() @IsISO8601() dueAt?: string;
}
export class FollowByCode {
  @Matches(/^[A-Z]{2}\d{16}$/) receipt!: string;
  @Matches(/^[0-9A-HJKMNP-TV-Z]{8}$/) check!: string;
}
export class LetterProgressStep {
  @IsString() what!: string;
  @IsISO8601() at!: string;
  @IsOptional() @IsString() unit?: string;
}
export class LetterProgress {
  @IsString() receipt!: string;
  @IsIn(letterKinds) kind!: LetterKind;
  @IsString() subject!: string;
  @IsString() text!: string;
  @IsIn(letterStates) state!: LetterState;
  @IsISO8601() receivedAt!: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsOptional() @IsString() unit?: string;
  @IsOptional() @IsString() reply?: string;
  @IsOptional() @IsISO8601() answeredAt?: string;
  @IsOptional() @IsString() closedReason?: string;
  @IsOptional() @IsInt() satisfaction?: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => LetterProgressStep) steps!: LetterProgressStep[];
}
export class RateLetter extends FollowByCode {
  /** 1 (很不满意) to 5 (很满意); once. */
  @IsInt() @Min(1) @Max(5) satisfaction!: number;
}
export class ListPublicLetters extends ListRequest {
  @IsString() @Length(1, 80) site!: string;
  @IsOptional() @IsIn(letterKinds) kind?: LetterKind;
}
/** A letter and its answer as the public sees them: never a name, a phone or an address. */
export class PublicLetter {
  @IsUUID() id!: string;
  @IsIn(letterKinds) kind!: LetterKind;
  @IsString() subject!: string;
  @IsString() text!: string;
  @IsString() reply!: string;
  @IsString() unit!: string;
  @IsISO8601() receivedAt!: string;
  @IsISO8601() answeredAt!: string;
  @IsOptional() @IsInt() satisfaction?: number;
}
export class LetterRow {
  @IsUUID() id!: string;
  @IsUUID() siteId!: string;
  @IsString() receipt!: string;
  @IsIn(letterKinds) kind!: LetterKind;
  @IsIn(letterClassNames) letterClass!: LetterClass;
  @IsString() subject!: string;
  @IsIn(letterStates) state!: LetterState;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsISO8601() receivedAt!: string;
  @IsISO8601() dueAt!: string;
  @IsBoolean() overdue!: boolean;
}
export class LetterView extends LetterRow {
  @IsString() text!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() phone?: string;
  @IsOptional() @IsString() address?: string;
  @IsBoolean() mayPublish!: boolean;
  /** The due date rests on a holiday notice that has not come. */
  @IsBoolean() dueProvisional!: boolean;
  @IsOptional() @IsString() reply?: string;
  @IsOptional() @IsString() replyByName?: string;
  @IsOptional() @IsString() returnedFor?: string;
  @IsOptional() @IsISO8601() answeredAt?: string;
  @IsOptional() @IsBoolean() published?: boolean;
  @IsOptional() @IsString() closedReason?: string;
  @IsOptional() @IsInt() satisfaction?: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => LetterProgressStep) steps!: LetterProgressStep[];
  @IsInt() version!: number;
  @IsArray() @IsIn(letterActs, { each: true }) acts!: LetterAct[];
}
export class ListLetters extends ListRequest {
  @IsOptional() @IsUUID() siteId?: string;
  @IsOptional() @IsIn(letterStates) state?: LetterState;
  @IsOptional() @IsIn(letterKinds) kind?: LetterKind;
  @IsOptional() @IsIn(['due', '-received']) sort?: 'due' | '-received';
}
export class LetterOf {
  @IsUUID() letterId!: string;
}
/** 转办: to a unit, with the class that sets the clock; counted from the day of receipt. */
export class RouteLetter extends LetterOf {
  @IsUUID() orgId!: string;
  @IsOptional() @IsIn(letterClassNames) letterClass?: LetterClass;
}
export class DraftReply extends LetterOf {
  @IsString() @Length(10, 8000) reply!: string;
}
export class ApproveReply extends LetterOf {
  /** Show letter and answer to everybody; only when the writer agreed. */
  @IsBoolean() publish!: boolean;
}
export class ReturnReply extends LetterOf {
  @IsString() @Length(2, 300) reason!: string;
}
export class CloseLetter extends LetterOf {
  /** Told to the writer. */
  @IsString() @Length(2, 300) reason!: string;
}
const v = { version: 1 } as const;
const anyone = { ...v, needs: 'anyone' } as const;
const handle = { ...v, needs: 'portal.letter.handle' } as const;
const approve = { ...v, needs: 'portal.letter.approve' } as const;
const at = 'POST /portal/letters/:letterId' as const;
export const letterApi = defineApi('portal', {
  sendLetter: command({
    ...{ ...anyone, http: 'POST /portal/public/sites/:site/letters', limit: 'public-write', status: 201 },
    ...{ request: SendLetter, response: Receipt, summary: '写信' },
  }),
  followLetter: query({
    ...{ ...anyone, http: 'POST /portal/public/letters/follow', limit: 'public-write' },
    ...{ request: FollowByCode, response: LetterProgress, summary: '凭查询码查看来信办理' },
  }),
  rateLetter: command({
    ...{ ...anyone, http: 'POST /portal/public/letters/rate', limit: 'public-write' },
    ...{ request: RateLetter, response: LetterProgress, summary: '评价答复' },
  }),
  listPublicLetters: query({
    ...{ ...anyone, http: 'GET /portal/public/sites/:site/letters' },
    ...{ request: ListPublicLetters, response: pageOf(PublicLetter), summary: '公开的来信和答复' },
  }),
  listLetters: query({
    ...{ ...v, http: 'GET /portal/letters', needs: 'portal.letter.read' },
    ...{ request: ListLetters, response: pageOf(LetterRow), summary: '来信' },
  }),
  getLetter: query({
    ...{ ...v, http: 'GET /portal/letters/:letterId', needs: 'portal.letter.read' },
    ...{ request: LetterOf, response: LetterView, summary: '来信详情' },
  }),
  routeLetter: command({ ...approve, http: `${at}/route`, request: RouteLetter, response: LetterView, summary: '转办来信' }),
  draftReply: command({ ...handle, http: `${at}/reply`, request: DraftReply, response: LetterView, summary: '拟写答复' }),
  approveReply: command({ ...approve, http: `${at}/approve`, request: ApproveReply, response: LetterView, summary: '审定答复并发出' }),
  returnReply: command({ ...approve, http: `${at}/return`, request: ReturnReply, response: LetterView, summary: '退回答复' }),
  closeLetter: command({ ...approve, http: `${at}/close`, request: CloseLetter, response: LetterView, summary: '不予受理来信' }),
});
