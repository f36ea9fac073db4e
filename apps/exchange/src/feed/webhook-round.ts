import { Inject, Injectable } from '@nestjs/common';
import type { FeedEvent } from '@karez/contracts-exchange';
import type { MacKey } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { EventFeed } from './event-feed.js';
import { placeOf } from './feed-cursor.js';
import { WebhookAddresses } from './webhook-addresses.js';
import { WebhookLeases } from './webhook-leases.js';
import { post } from './webhook-post.js';
import type { LeasedWebhook } from './webhook-row.js';
import { WebhookSignature } from './webhook-signature.js';

/** Events of one turn; then others have theirs. */
const batch = 50;
const timeoutMs = 10_000;

/** One webhook's turn: its next events one after the other, up to the first that is not taken. */
@Injectable()
export class WebhookRound {
  constructor(
    private readonly feed: EventFeed,
    private readonly leases: WebhookLeases,
    private readonly addresses: WebhookAddresses,
    private readonly signature: WebhookSignature,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  /** @param stopping ends a post that is under way; its event is posted again later, which receivers know by its id */
  async carry(webhook: LeasedWebhook, stopping: AbortSignal): Promise<void> {
    try {
      const reason = await this.#told(webhook, stopping);
      if (reason) await this.leases.failed(webhook, reason);
      else await this.leases.release(webhook);
    } catch (error) {
      // the database's trouble, or a secret that does not open: the lease runs out and it is tried again
      this.watch.healing(`webhook ${webhook.id}`, error);
    }
  }

  /** @returns what stood in the way, if anything did */
  async #told(webhook: LeasedWebhook, stopping: AbortSignal): Promise<string | undefined> {
    const events = await this.feed.ofBody(webhook.orgId, webhook, batch);
    const key = await this.signature.open(webhook);
    try {
      for (const event of events) {
        if (stopping.aborted) return undefined;
        const wanted = webhook.kinds.length === 0 || webhook.kinds.includes(event.kind);
        const reason = wanted ? await this.#post(webhook.url, event, key, stopping) : undefined;
        if (stopping.aborted && reason) return undefined;
        if (reason) return reason;
        if (!(await this.leases.advance(webhook, placeOf(event.cursor), wanted))) return undefined;
      }
      return undefined;
    } finally {
      key.destroy();
    }
  }

  async #post(address: string, event: FeedEvent, key: MacKey, stopping: AbortSignal): Promise<string | undefined> {
    const url = new URL(address);
    const body = Buffer.from(JSON.stringify(event), 'utf8');
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]);
    try {
      const to = await this.addresses.check(url);
      const status = await post({ url, to, headers: await this.signature.headers(event.id, body, key), body, signal });
      return status >= 200 && status < 300 ? undefined : `对方返回 ${status}`;
    } catch (error) {
      return reasonOf(error, url);
    }
  }
}

/** In the office's words, since a person reads it beside the address. */
function reasonOf(error: unknown, url: URL): string {
  if (error instanceof DomainError) return `推送地址 ${url.host} 不在允许的范围内，或域名解析不到`;
  const { name, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') return `对方 ${timeoutMs / 1000} 秒内没有应答`;
  if (code === 'ECONNREFUSED') return '对方拒绝连接';
  return `连接不上对方（${code ?? name}）`;
}
