import { command, defineApi, Empty, ListRequest, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** What a bureau's own system is told: that something happened to one delivery, never its content. */
export const feedKinds = [
  'delivery.arrived',
  'delivery.delivered',
  'delivery.urged',
  'delivery.signed_for',
  'delivery.rejected',
  'delivery.recall_asked',
  'delivery.recalled',
  'delivery.returned',
  'delivery.revoke_asked',
  'delivery.revoke_declined',
  'delivery.revoked',
  'delivery.stalled',
  'delivery.overdue',
] as const;
export type FeedKind = (typeof feedKinds)[number];
export class FeedEvent {
  /** Unique; a receiver that has it already lets it be. */
  @IsUUID() id!: string;
  /** Position to go on from. */
  @IsString() cursor!: string;
  @IsIn(feedKinds) kind!: FeedKind;
  @IsISO8601() at!: string;
  /** The body it is told to. */
  @IsUUID() orgId!: string;
  @IsUUID() deliveryId!: string;
  @IsUUID() dispatchId!: string;
  @IsIn(['sender', 'recipient']) side!: 'sender' | 'recipient';
  @IsString() state!: string;
}
export class ReadEvents {
  /**
   * Cursor of the last event that was handled; from the oldest event that is kept unless told. One from before events that are kept no
   * longer is refused (`exchange.feed.cursor_expired`, 410).
   */
  @IsOptional() @Matches(/^\d{1,20}:\d{1,20}$/) after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit?: number;
}
export class FeedEvents {
  @IsArray() @IsObject({ each: true }) items!: FeedEvent[];
  /** To be asked with next, also when there was nothing. */
  @IsString() cursor!: string;
}
/** Each event is posted to `url` with `X-Karez-Signature: HMAC-SM3 …`; answered with anything but 2xx it is tried again, ever more slowly. */
export class CreateWebhook {
  /** The body whose events are told; the caller's own unless told. */
  @IsOptional() @IsUUID() orgId?: string;
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] }) @MaxLength(500) url!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsIn(feedKinds, { each: true }) kinds?: FeedKind[];
}
export class WebhookView {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsString() url!: string;
  @IsArray() @IsIn(feedKinds, { each: true }) kinds!: FeedKind[];
  @IsISO8601() createdAt!: string;
  @IsBoolean() paused!: boolean;
  @IsInt() waiting!: number;
  @IsInt() failures!: number;
  @IsOptional() @IsISO8601() lastDeliveredAt?: string;
  @IsOptional() @IsString() lastError?: string;
  /** Shown once, when it is made: key of the HMAC-SM3 in `X-Karez-Signature`. */
  @IsOptional() @IsString() secret?: string;
}
export class Webhooks {
  @IsArray() @IsObject({ each: true }) items!: WebhookView[];
}
export class GetWebhook {
  @IsUUID() webhookId!: string;
}
const v = { version: 1 } as const;
export const eventFeedApi = defineApi('exchange', {
  readEvents: query({
    ...{ ...v, http: 'GET /exchange/events', needs: 'exchange.event.read' },
    ...{ request: ReadEvents, response: FeedEvents, summary: '交换事件' },
  }),
  listWebhooks: query({
    ...{ ...v, http: 'GET /exchange/webhooks', needs: 'exchange.webhook.write' },
    ...{ request: ListRequest, response: Webhooks, summary: '事件推送' },
  }),
  createWebhook: command({
    ...{ ...v, http: 'POST /exchange/webhooks', needs: 'exchange.webhook.write', status: 201 },
    ...{ request: CreateWebhook, response: WebhookView, summary: '设置事件推送' },
  }),
  resumeWebhook: command({
    ...{ ...v, http: 'POST /exchange/webhooks/:webhookId/resume', needs: 'exchange.webhook.write' },
    ...{ request: GetWebhook, response: WebhookView, summary: '恢复事件推送' },
  }),
  removeWebhook: command({
    ...{ ...v, http: 'DELETE /exchange/webhooks/:webhookId', needs: 'exchange.webhook.write' },
    ...{ request: GetWebhook, response: Empty, summary: '取消事件推送' },
  }),
});
