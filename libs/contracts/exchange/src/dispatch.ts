import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
import { type ActOffer, deliveryActs, type DeliveryAct } from './delivery-acts.js';
import { type DeliveryState, deliveryStates } from './delivery-moves.js';
import {
  documentTypes,
  type DocumentType,
  recipientRoles,
  type RecipientRole,
  refusalReasons,
  type RefusalReason,
  urgencies,
  type Urgency,
} from './document-terms.js';
import { DocumentView } from './document.js';

/** A body's id, or `group:<id>` of the directory. */
const recipient = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|group:[a-z][a-z0-9_-]{0,60}(?::[0-9a-f-]{36})?)$/;
/** More than this in one request is refused before it is resolved. */
export const mostRecipientsNamed = 2_000;

export class SendDispatch {
  @IsUUID() documentId!: string;
  /** 主送, 抄送, 抄报: ids of bodies and `group:<id>`; who is named twice gets one delivery, in the first role. */
  @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) primary!: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) cc?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) report?: string[];
  /** 签收时限 in working minutes after arrival; by urgency unless told. */
  @IsOptional() @IsInt() @Min(10) @Max(60 * 8 * 60) signWithinMinutes?: number;
  /** 办复时限, `2026-12-05`. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) replyBy?: string;
  /** 红头打印: copies each body may print; none unless told. */
  @IsOptional() @IsInt() @Min(0) @Max(200) printQuota?: number;
  @IsOptional() @IsString() @MaxLength(500) note?: string;
}
/** 补发单位: further bodies get the same sealed document. */
export class AddRecipients {
  @IsUUID() dispatchId!: string;
  @IsIn(recipientRoles) role!: RecipientRole;
  @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) recipients!: string[];
}
export class GetDispatch {
  @IsUUID() dispatchId!: string;
}
export const dispatchFilters = ['open', 'overdue', 'attention', 'settled'] as const;
export type DispatchFilter = (typeof dispatchFilters)[number];
export class ListDispatches extends ListRequest {
  /** Title, number or name of a recipient. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  /** Somebody has not decided; a deadline has passed; somebody of ours must act; all have decided. */
  @IsOptional() @IsIn(dispatchFilters) filter?: DispatchFilter;
}

/** Deliveries of one dispatch by state; computed, never stored. */
export type DeliveryCounts = Partial<Record<DeliveryState, number>>;

export class DispatchRow {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsUUID() documentId!: string;
  @IsString() title!: string;
  @IsString() number!: string;
  @IsIn(documentTypes) documentType!: DocumentType;
  @IsIn(urgencies) urgency!: Urgency;
  @IsISO8601() sentAt!: string;
  @IsString() sentByName!: string;
  @IsInt() recipients!: number;
  @IsObject() counts!: DeliveryCounts;
  @IsInt() overdue!: number;
  /** The first recipients by name, for the list. */
  @IsArray() @IsString({ each: true }) recipientNames!: string[];
}
/** One recipient of a dispatch as the sender follows it. */
export class DeliveryRow {
  @IsUUID() id!: string;
  @IsUUID() recipientId!: string;
  @IsString() recipientName!: string;
  @IsString() recipientKind!: string;
  @IsIn(recipientRoles) role!: RecipientRole;
  @IsIn(deliveryStates) state!: DeliveryState;
  @IsInt() attempts!: number;
  @IsOptional() @IsISO8601() nextAttemptAt?: string;
  /** Error code of the last attempt. */
  @IsOptional() @IsString() lastError?: string;
  @IsOptional() @IsISO8601() deliveredAt?: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  /** Who decided, by name, and when. */
  @IsOptional() @IsString() decidedByName?: string;
  @IsOptional() @IsISO8601() decidedAt?: string;
  @IsOptional() @IsIn(refusalReasons) reason?: RefusalReason;
  @IsOptional() @IsString() reasonText?: string;
  @IsInt() urged!: number;
  @IsOptional() @IsISO8601() lastUrgedAt?: string;
  @IsOptional() @IsISO8601() recallAskedAt?: string;
  /** A recall that came too late: it stays until the sender has seen to it. */
  @IsOptional() @IsISO8601() recallRefusedAt?: string;
  @IsOptional() @IsISO8601() revokeAskedAt?: string;
  @IsOptional() @IsUUID() supersedesId?: string;
  @IsOptional() @IsUUID() supersededById?: string;
  /** Number of the receipt that decided: `HZ-2026-1A2B3C4D`. */
  @IsOptional() @IsString() receiptNumber?: string;
  @IsArray() @IsObject({ each: true }) acts!: ActOffer[];
}
export class DispatchView extends DispatchRow {
  @ValidateNested() @Type(() => DocumentView) document!: DocumentView;
  @IsOptional() @IsInt() signWithinMinutes?: number;
  @IsOptional() @IsString() replyBy?: string;
  @IsInt() printQuota!: number;
  @IsOptional() @IsString() note?: string;
  /** In the order of the directory. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => DeliveryRow) deliveries!: DeliveryRow[];
  /** What may be done to all of them. */
  @IsArray() @IsIn([...deliveryActs, 'add_recipients'], { each: true }) acts!: (DeliveryAct | 'add_recipients')[];
}
/** What an act on several deliveries came to. */
export class ActedOn {
  @IsInt() done!: number;
  /** Deliveries for which it was not possible, with the code of the reason. */
  @IsArray() @IsObject({ each: true }) refused!: { deliveryId: string; recipientName: string; code: string; params?: object }[];
}
export class UrgeDispatch {
  @IsUUID() dispatchId!: string;
  /** All that are not decided, unless some are named. */
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @IsUUID(undefined, { each: true }) deliveryIds?: string[];
  @IsOptional() @IsString() @MaxLength(200) text?: string;
}
export class RecallDispatch {
  @IsUUID() dispatchId!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @IsUUID(undefined, { each: true }) deliveryIds?: string[];
  @IsString() @Length(1, 500) reason!: string;
}
/** A look at who would get it, before it is sent: resolved, without doubles, with what would be refused. */
export class PreviewRecipients {
  @IsUUID() documentId!: string;
  @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) primary!: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) cc?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(mostRecipientsNamed) @Matches(recipient, { each: true }) report?: string[];
}
export class RecipientPreview {
  @IsUUID() orgId!: string;
  @IsString() name!: string;
  @IsString() kind!: string;
  @IsIn(recipientRoles) role!: RecipientRole;
  @IsString() direction!: string;
  /** Code and parameters of the refusal that sending to it would meet. */
  @IsOptional() @IsString() refusal?: string;
  @IsOptional() @IsObject() params?: Record<string, string | number>;
  /** 越级行文: the superior that the document passes over; told, not refused (条例 art. 14). */
  @IsOptional() @IsString() passesOver?: string;
}
export class RecipientPreviews {
  @IsArray() @ValidateNested({ each: true }) @Type(() => RecipientPreview) items!: RecipientPreview[];
}

const v = { version: 1 } as const;
const send = { ...v, needs: 'exchange.dispatch.send', deadlineMs: 30_000 } as const;
export const dispatchApi = defineApi('exchange', {
  sendDispatch: command({
    ...{ ...send, http: 'POST /exchange/dispatches', status: 201, stepUp: true },
    ...{ request: SendDispatch, response: DispatchView, summary: '发送公文' },
  }),
  previewRecipients: command({
    ...{ ...v, http: 'POST /exchange/dispatches/preview', needs: 'exchange.dispatch.send' },
    ...{ request: PreviewRecipients, response: RecipientPreviews, summary: '核对收文单位' },
  }),
  listDispatches: query({
    ...{ ...v, http: 'GET /exchange/dispatches', needs: 'exchange.dispatch.read' },
    ...{ request: ListDispatches, response: pageOf(DispatchRow), summary: '发件跟踪' },
  }),
  getDispatch: query({
    ...{ ...v, http: 'GET /exchange/dispatches/:dispatchId', needs: 'exchange.dispatch.read' },
    ...{ request: GetDispatch, response: DispatchView, summary: '一次发送的各家状态' },
  }),
  addRecipients: command({
    ...{ ...send, http: 'POST /exchange/dispatches/:dispatchId/recipients', stepUp: true },
    ...{ request: AddRecipients, response: DispatchView, summary: '补发单位' },
  }),
  urgeDispatch: command({
    ...{ ...send, http: 'POST /exchange/dispatches/:dispatchId/urge' },
    ...{ request: UrgeDispatch, response: ActedOn, summary: '催办未签收的单位' },
  }),
  recallDispatch: command({
    ...{ ...send, http: 'POST /exchange/dispatches/:dispatchId/recall', stepUp: true },
    ...{ request: RecallDispatch, response: ActedOn, summary: '撤回一次发送' },
  }),
});
