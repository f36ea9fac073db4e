import { command, defineApi, defineErrors, ListRequest, pageOf, query } from '@karez/contracts-kernel';
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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { HandlingView } from '../handling/handling.js';
import {
  type IncomingAct,
  incomingActs,
  type IncomingOrigin,
  incomingOrigins,
  type IncomingPhase,
  incomingPhases,
} from './incoming-flow.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class IncomingRow {
  @IsUUID() id!: string;
  /** 收文号, once it is registered: 收〔2026〕128号. */
  @IsOptional() @IsString() number?: string;
  @IsString() title!: string;
  /** 来文字号. */
  @IsOptional() @IsString() senderNumber?: string;
  /** 来文机关. */
  @IsString() senderName!: string;
  @IsIn(incomingOrigins) origin!: IncomingOrigin;
  @IsIn(incomingPhases) state!: IncomingPhase;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsISO8601() receivedAt!: string;
  /** 办结时限. */
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsArray() @IsString({ each: true }) waitingFor!: string[];
}
export class IncomingTurn {
  @IsUUID() id!: string;
  /** `propose`, `instruct`, `lead`, `assist`, `read`. */
  @IsString() phase!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() orgName?: string;
  @IsIn(['open', 'done', 'cancelled']) state!: 'open' | 'done' | 'cancelled';
  @IsISO8601() openedAt!: string;
  @IsOptional() @IsISO8601() seenAt?: string;
  @IsOptional() @IsISO8601() endedAt?: string;
}
/** An earlier document of the same sender and number, or one like it: who handled it then. */
export class EarlierIncoming {
  @IsUUID() id!: string;
  @IsString() title!: string;
  @IsOptional() @IsString() number?: string;
  @IsBoolean() sameNumber!: boolean;
  @IsArray() @IsString({ each: true }) handledBy!: string[];
}
export class IncomingView extends IncomingRow {
  /** Where the document itself lies, for what came by exchange. */
  @IsOptional() @IsUUID() deliveryId?: string;
  @IsOptional() @IsString() summary?: string;
  @IsOptional() @IsString() returnReason?: string;
  /** 办理结果 or 复文. */
  @IsOptional() @IsString() result?: string;
  @IsOptional() @IsUUID() replyId?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => IncomingTurn) turns!: IncomingTurn[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandlingView) handlings!: HandlingView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => EarlierIncoming) earlier!: EarlierIncoming[];
  @IsInt() version!: number;
  @IsArray() @IsIn(incomingActs, { each: true }) acts!: IncomingAct[];
}
export class ListIncoming extends ListRequest {
  @IsOptional() @IsIn(['mine', 'body']) tab?: 'mine' | 'body';
  @IsOptional() @IsIn(incomingPhases) state?: IncomingPhase;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class IncomingOf {
  @IsUUID() incomingId!: string;
}
/** 纸质来文. */
export class EnterIncoming {
  @IsString() @Length(2, 200) title!: string;
  @IsString() @Length(2, 80) senderName!: string;
  @IsOptional() @IsString() @MaxLength(60) senderNumber?: string;
  @IsOptional() @IsString() @MaxLength(2000) summary?: string;
  /** 登记重复: the same sender and number is here already, and it is to be entered all the same. */
  @IsOptional() @IsBoolean() again?: boolean;
}
/** 登记: it gets its number, and a term where it wants an answer. */
export class RegisterIncoming extends IncomingOf {
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) dueOn?: string;
  @IsOptional() @IsString() @MaxLength(2000) summary?: string;
}
export class ReasonedIncoming extends IncomingOf {
  @IsString() @Length(2, 500) reason!: string;
}
/** 送拟办. */
export class ProposeIncoming extends IncomingOf {
  @IsUUID() personId!: string;
}
/** 拟办意见, to the leaders who are to instruct; without them straight to who handles it. */
export class SubmitIncoming extends IncomingOf {
  @IsString() @Length(2, 1000) opinion!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5) @IsUUID(undefined, { each: true }) leaderIds!: string[];
}
/** 批示; with a day it becomes a supervised item at once. */
export class InstructIncoming extends IncomingOf {
  @IsString() @Length(1, 1000) text!: string;
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) superviseBy?: string;
}
/** 分办: 主办 and 协办. */
export class AssignIncoming extends IncomingOf {
  @IsUUID() leadId!: string;
  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) assistIds!: string[];
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) dueOn?: string;
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
/** 承办情况. */
export class HandleIncoming extends IncomingOf {
  @IsString() @Length(2, 4000) text!: string;
}
/** 办结: what came of it, or the document that answers it. */
export class CloseIncoming extends IncomingOf {
  @IsString() @Length(2, 2000) result!: string;
  @IsOptional() @IsUUID() replyId?: string;
}
/** 传阅. */
export class CirculateIncoming extends IncomingOf {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @IsUUID(undefined, { each: true }) readerIds!: string[];
}
export class ReadIncoming extends IncomingOf {
  @IsOptional() @IsString() @MaxLength(1000) opinion?: string;
}

/** An incoming document moved: a hint to look again. */
export class IncomingMoved {
  static readonly subject = 'evt.oa.incoming-moved.v1';
  static readonly aggregate = 'incoming_document';
  constructor(
    readonly incomingId: string,
    readonly orgId: string,
    readonly state: IncomingPhase,
    readonly kind: string,
  ) {}
}

export const incomingErrors = defineErrors({
  'oa.incoming.not_your_turn': { status: 409, zh: '该来文现在“{state}”环节，不由您办理。', en: 'It is not your turn ({state}).' },
  'oa.incoming.act_refused': { status: 409, zh: '该来文现为“{state}”，不能这样办理。', en: 'The document is {state} now.' },
  'oa.incoming.duplicate': {
    status: 409,
    zh: '{sender}的“{number}”已登记：{title}。确需重复登记的请勾选后再提交。',
    en: '{number} of {sender} is here already: {title}.',
  },
  'oa.incoming.assists_open': { status: 409, zh: '协办单位还没有反馈：{who}。', en: 'Not answered yet: {who}.' },
  'oa.incoming.person_twice': { status: 422, zh: '{name}被选了两次。', en: '{name} is chosen twice.' },
  'oa.incoming.due_past': { status: 422, zh: '办结时限 {day} 已过。', en: '{day} has passed.' },
});

const read = { version: 1, needs: 'oa.document.read' } as const;
const desk = { version: 1, needs: 'oa.incoming.register', response: IncomingView } as const;
const handle = { ...desk, needs: 'oa.document.handle' } as const;
const at = 'POST /oa/incoming/:incomingId' as const;
export const incomingApi = defineApi('oa', {
  listIncoming: query({ ...read, http: 'GET /oa/incoming', request: ListIncoming, response: pageOf(IncomingRow), summary: '收文' }),
  getIncoming: query({ ...read, http: 'GET /oa/incoming/:incomingId', request: IncomingOf, response: IncomingView, summary: '收文详情' }),
  enterIncoming: command({ ...desk, http: 'POST /oa/incoming', status: 201, request: EnterIncoming, summary: '登记纸质来文' }),
  registerIncoming: command({ ...desk, http: `${at}/register`, request: RegisterIncoming, summary: '收文登记' }),
  returnIncoming: command({ ...desk, http: `${at}/return`, request: ReasonedIncoming, summary: '退回来文' }),
  proposeIncoming: command({ ...desk, http: `${at}/propose`, request: ProposeIncoming, summary: '送拟办' }),
  assignIncoming: command({ ...desk, http: `${at}/assign`, request: AssignIncoming, summary: '分办' }),
  closeIncoming: command({ ...desk, http: `${at}/close`, request: CloseIncoming, summary: '办结来文' }),
  circulateIncoming: command({ ...desk, http: `${at}/circulate`, request: CirculateIncoming, summary: '传阅' }),
  urgeIncoming: command({ ...desk, http: `${at}/urge`, request: IncomingOf, summary: '催办来文' }),
  submitIncoming: command({ ...handle, http: `${at}/submit`, request: SubmitIncoming, summary: '拟办' }),
  handleIncoming: command({ ...handle, http: `${at}/handle`, request: HandleIncoming, summary: '承办反馈' }),
  instructIncoming: command({ ...handle, needs: 'oa.document.sign', http: `${at}/instruct`, request: InstructIncoming, summary: '批示' }),
  readIncoming: command({ ...handle, needs: 'oa.document.read', http: `${at}/read`, request: ReadIncoming, summary: '阅' }),
});
