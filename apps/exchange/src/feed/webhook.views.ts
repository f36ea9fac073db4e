import type { FeedKind, WebhookView } from '@karez/contracts-exchange';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

interface Raw extends Pick<WebhookView, 'id' | 'orgId' | 'orgName' | 'url' | 'failures' | 'waiting'> {
  readonly kinds: FeedKind[];
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  readonly lastDeliveredAt: Date | null;
  readonly lastError: string | null;
}
/** Events that the webhook has still to be told of. */
const waiting = `
  (select count(*)::int from feed_event event where event.org_id = webhook.org_id
     and (event.txid, event.position) > (webhook.txid, webhook.position)
     and (webhook.kinds = '{}' or event.kind = any(webhook.kinds)))`;

/** Adds what is shown of webhooks to a query over `webhook`; the secret is not among it. */
export function selectWebhooks(manager: EntityManager): SelectQueryBuilder<ObjectLiteral> {
  return manager
    .createQueryBuilder()
    .select(['webhook.id as id', 'webhook.org_id as "orgId"', 'org.name as "orgName"', 'webhook.url as url', 'webhook.kinds as kinds'])
    .addSelect(['webhook.created_at as "createdAt"', 'webhook.paused_at as "pausedAt"', 'webhook.failures as failures'])
    .addSelect(['webhook.last_delivered_at as "lastDeliveredAt"', 'webhook.last_error as "lastError"'])
    .addSelect(waiting, 'waiting')
    .from('webhook', 'webhook')
    .innerJoin('org_copy', 'org', 'org.id = webhook.org_id');
}

export async function webhookViews(query: SelectQueryBuilder<ObjectLiteral>): Promise<WebhookView[]> {
  const rows = await query.orderBy('org.name').addOrderBy('webhook.created_at').addOrderBy('webhook.id').getRawMany<Raw>();
  return rows.map(({ createdAt, pausedAt, lastDeliveredAt, lastError, ...row }) => ({
    ...{ ...row, createdAt: createdAt.toISOString(), paused: pausedAt !== null },
    ...(lastDeliveredAt ? { lastDeliveredAt: lastDeliveredAt.toISOString() } : {}),
    ...(lastError === null ? {} : { lastError }),
  }));
}

export async function webhookView(manager: EntityManager, id: string): Promise<WebhookView> {
  const [view] = await webhookViews(selectWebhooks(manager).where('webhook.id = :id', { id }));
  return view!;
}
