import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
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
import { type ActOffer, type Side, sides } from './delivery-acts.js';
import { type DeliveryState, deliveryStates } from './delivery-moves.js';
import {
  directions,
  type Direction,
  documentTypes,
  type DocumentType,
  recipientRoles,
  type RecipientRole,
  refusalReasons,
  type RefusalReason,
  urgencies,
  type Urgency,
} from './document-terms.js';
import { DocumentElements, DocumentFileView } from './document.js';

export const deliveryEventKinds = [
  'queued',
  'attempt',
  'attempt_failed',
  'stalled',
  'resumed',
  'delivered',
  'seen',
  'urged',
  'overdue',
  'escalated',
  // the working calendar was changed, and the deadline with it
  'due_moved',
  'recall_asked',
  'recall_refused',
  'recalled',
  'signed_for',
  'rejected',
  'returned',
  'acknowledged',
  'revoke_asked',
  'revoke_declined',
  'revoked',
  'printed',
  'superseded',
  'duplicate',
] as const;
export type DeliveryEventKind = (typeof deliveryEventKinds)[number];

/** One line of the timeline: append-only, numbered, each carrying the hash of the one before. */
export class DeliveryEventView {
  @IsInt() seq!: number;
  @IsIn(deliveryEventKinds) kind!: DeliveryEventKind;
  @IsISO8601() at!: string;
  @IsOptional() @IsString() orgName?: string;
  @IsOptional() @IsString() personName?: string;
  /** Reason, number of copies, attempt and error, as the kind has it. */
  @IsObject() data!: Record<string, string | number | boolean>;
  /** Number of the signed receipt behind it. */
  @IsOptional() @IsString() receiptNumber?: string;
}
/** One of the checks before sign-for: 印章, 单位签名, 摘要. */
export class DeliveryCheck {
  @IsIn(['seal', 'signature', 'digest']) kind!: 'seal' | 'signature' | 'digest';
  @IsBoolean() passed!: boolean;
  /** Whose, until when, with which digest; the reason when it failed. */
  @IsString() text!: string;
}
export class InboxRow {
  @IsUUID() id!: string;
  @IsUUID() recipientId!: string;
  @IsString() recipientName!: string;
  @IsUUID() senderId!: string;
  @IsString() senderName!: string;
  @IsString() title!: string;
  @IsString() number!: string;
  @IsIn(documentTypes) documentType!: DocumentType;
  @IsIn(urgencies) urgency!: Urgency;
  @IsIn(recipientRoles) role!: RecipientRole;
  @IsIn(deliveryStates) state!: DeliveryState;
  @IsISO8601() arrivedAt!: string;
  /** Absent once it was decided. */
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsOptional() @IsISO8601() decidedAt?: string;
  @IsOptional() @IsString() decidedByName?: string;
  @IsInt() urged!: number;
  /** Nobody of the body has opened it. */
  @IsBoolean() unseen!: boolean;
  @IsBoolean() revokeAsked!: boolean;
}
export const inboxTabs = ['waiting', 'signed', 'sent_back', 'all'] as const;
export class ListInbox extends ListRequest {
  @IsOptional() @IsIn(inboxTabs) tab?: (typeof inboxTabs)[number];
  @IsOptional() @IsIn(deliveryStates) state?: DeliveryState;
  @IsOptional() @IsIn(urgencies) urgency?: Urgency;
  @IsOptional() @IsUUID() senderId?: string;
  @IsOptional() @IsUUID() recipientId?: string;
  /** Title, number or sender. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['-arrived', 'due']) sort?: '-arrived' | 'due';
}
/** Numbers for the tabs and the navigation. */
export class InboxCounts {
  @IsInt() waiting!: number;
  @IsInt() overdue!: number;
  @IsInt() signed!: number;
  @IsInt() sentBack!: number;
  @IsInt() all!: number;
  /** Dispatches that are not settled, and those of them in which somebody of ours must act. */
  @IsInt() openDispatches!: number;
  @IsInt() attention!: number;
}
export class GetDelivery {
  @IsUUID() deliveryId!: string;
}
/** The side is told where a caller belongs to both bodies and means the sender's. */
export class LookAtDelivery extends GetDelivery {
  @IsOptional() @IsIn(sides) side?: Side;
}
export class PrintRecord {
  @IsISO8601() at!: string;
  @IsString() personName!: string;
  @IsInt() copies!: number;
}
/** The office's words for how a deadline came about. */
export class DueDerivation {
  @IsISO8601() from!: string;
  @IsISO8601() dueAt!: string;
  @IsInt() workingMinutes!: number;
  @IsBoolean() provisional!: boolean;
  @IsArray() @IsObject({ each: true }) days!: { day: string; minutes: number; note?: string }[];
}
export class DeliveryView {
  @IsUUID() id!: string;
  @IsUUID() dispatchId!: string;
  /** From which side the caller sees it; who belongs to both sees the recipient's. */
  @IsIn(sides) side!: Side;
  @IsIn(deliveryStates) state!: DeliveryState;
  @IsUUID() senderId!: string;
  @IsString() senderName!: string;
  @IsUUID() recipientId!: string;
  @IsString() recipientName!: string;
  @IsIn(recipientRoles) role!: RecipientRole;
  @IsIn(directions) direction!: Direction;
  @ValidateNested() @Type(() => DocumentElements) document!: DocumentElements;
  @IsString() number!: string;
  /** SM3 of the canonical document, hexadecimal. */
  @IsString() digest!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DocumentFileView) files!: DocumentFileView[];
  @IsISO8601() sentAt!: string;
  @IsOptional() @IsISO8601() arrivedAt?: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsOptional() @ValidateNested() @Type(() => DueDerivation) due?: DueDerivation;
  @IsOptional() @IsString() replyBy?: string;
  @IsOptional() @IsString() note?: string;
  @IsOptional() @IsISO8601() decidedAt?: string;
  @IsOptional() @IsString() decidedByName?: string;
  @IsOptional() @IsIn(refusalReasons) reason?: RefusalReason;
  @IsOptional() @IsString() reasonText?: string;
  /** 收文号 that the recipient gave it. */
  @IsOptional() @IsString() incomingNumber?: string;
  @IsOptional() @IsString() receiptNumber?: string;
  @IsInt() attempts!: number;
  @IsOptional() @IsString() lastError?: string;
  @IsOptional() @IsISO8601() nextAttemptAt?: string;
  @IsInt() urged!: number;
  @IsOptional() @IsISO8601() revokeAskedAt?: string;
  @IsOptional() @IsString() revokeReason?: string;
  @IsOptional() @IsUUID() supersedesId?: string;
  @IsOptional() @IsUUID() supersededById?: string;
  @IsInt() printQuota!: number;
  @IsInt() printed!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PrintRecord) prints!: PrintRecord[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DeliveryCheck) checks!: DeliveryCheck[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DeliveryEventView) timeline!: DeliveryEventView[];
  @IsArray() @IsObject({ each: true }) acts!: ActOffer[];
}

export class SignDelivery extends GetDelivery {
  /** 收文号, as the recipient's own register has it. */
  @IsOptional() @IsString() @Length(1, 60) incomingNumber?: string;
}
export class RefuseDelivery extends GetDelivery {
  @IsIn(refusalReasons) reason!: RefusalReason;
  /** Reaches the drafter's desk. */
  @IsString() @Length(1, 500) text!: string;
}
export class RecallDelivery extends GetDelivery {
  @IsString() @Length(1, 500) reason!: string;
}
export class UrgeDelivery extends GetDelivery {
  @IsOptional() @IsString() @MaxLength(200) text?: string;
}
export class AnswerRevoke extends GetDelivery {
  @IsBoolean() agree!: boolean;
  @IsOptional() @IsString() @MaxLength(500) text?: string;
}
/** 重发, 更正件: a new delivery that supersedes this one; the same document unless another is named, to the same body unless it is redirected. */
export class ReissueDelivery extends GetDelivery {
  @IsOptional() @IsUUID() documentId?: string;
  @IsOptional() @IsUUID() recipientId?: string;
  @IsOptional() @IsString() @MaxLength(500) note?: string;
}
export class PrintDelivery extends GetDelivery {
  @IsInt() @Min(1) @Max(200) copies!: number;
}
/** What the printed copies carry: body, person, numbers of the copies. */
export class PrintLicence {
  @IsInt() firstCopy!: number;
  @IsInt() lastCopy!: number;
  @IsString() watermark!: string;
  @IsInt() left!: number;
}
export class OpenDeliveryFile extends GetDelivery {
  @Matches(/^[0-9a-f-]{36}$/) fileId!: string;
  @IsIn(['download', 'preview']) use!: 'download' | 'preview';
}
export class DeliveryFileLink {
  @IsString() url!: string;
  @IsISO8601() expiresAt!: string;
}

const v = { version: 1 } as const;
const at = '/exchange/deliveries/:deliveryId' as const;
const decide = { ...v, needs: 'exchange.inbox.decide', response: DeliveryView } as const;
const send = { ...v, needs: 'exchange.dispatch.send', response: DeliveryView } as const;
export const deliveryApi = defineApi('exchange', {
  listInbox: query({
    ...{ ...v, http: 'GET /exchange/inbox', needs: 'exchange.inbox.read' },
    ...{ request: ListInbox, response: pageOf(InboxRow), summary: '收件' },
  }),
  countInbox: query({
    ...{ ...v, http: 'GET /exchange/counts', needs: 'staff' },
    ...{ request: ListRequest, response: InboxCounts, summary: '收发件数' },
  }),
  getDelivery: query({
    ...{ ...v, http: `GET ${at}`, needs: 'signed-in' },
    ...{ request: LookAtDelivery, response: DeliveryView, summary: '一件公文的交换详情' },
  }),
  openDeliveryFile: command({
    ...{ ...v, http: `POST ${at}/files/:fileId/links`, needs: 'signed-in', status: 201 },
    ...{ request: OpenDeliveryFile, response: DeliveryFileLink, summary: '打开公文附件' },
  }),
  markSeen: command({ ...decide, http: `POST ${at}/seen`, needs: 'exchange.inbox.read', request: GetDelivery, summary: '打开收件' }),
  signDelivery: command({ ...decide, http: `POST ${at}/sign`, stepUp: true, request: SignDelivery, summary: '签收' }),
  rejectDelivery: command({ ...decide, http: `POST ${at}/reject`, stepUp: true, request: RefuseDelivery, summary: '拒收' }),
  returnDelivery: command({ ...decide, http: `POST ${at}/return`, stepUp: true, request: RefuseDelivery, summary: '退文' }),
  answerRevoke: command({ ...decide, http: `POST ${at}/revoke/answer`, stepUp: true, request: AnswerRevoke, summary: '答复商请收回' }),
  printDelivery: command({
    ...{ ...v, http: `POST ${at}/print`, needs: 'exchange.inbox.print' },
    ...{ request: PrintDelivery, response: PrintLicence, summary: '打印登记' },
  }),
  recallDelivery: command({ ...send, http: `POST ${at}/recall`, stepUp: true, request: RecallDelivery, summary: '撤回' }),
  urgeDelivery: command({ ...send, http: `POST ${at}/urge`, request: UrgeDelivery, summary: '催办' }),
  resendDelivery: command({ ...send, http: `POST ${at}/resend`, request: GetDelivery, summary: '立即重投' }),
  revokeDelivery: command({ ...send, http: `POST ${at}/revoke`, stepUp: true, request: RecallDelivery, summary: '商请收回' }),
  acknowledgeReturn: command({ ...send, http: `POST ${at}/acknowledge`, stepUp: true, request: GetDelivery, summary: '确认退文' }),
  reissueDelivery: command({ ...send, http: `POST ${at}/reissue`, stepUp: true, status: 201, request: ReissueDelivery, summary: '重发' }),
});
