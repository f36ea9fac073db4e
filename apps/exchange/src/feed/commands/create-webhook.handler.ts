import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CreateWebhook, WebhookView } from '@karez/contracts-exchange';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { ActingBody } from '../../body/acting-body.js';
import { WebhookAddresses } from '../webhook-addresses.js';
import { WebhookSignature } from '../webhook-signature.js';
import { webhookView } from '../webhook.views.js';

const mostOfBody = 5;

/** 设置事件推送: from now on the body's events are posted to an address. */
@Injectable()
export class CreateWebhookHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acting: ActingBody,
    private readonly addresses: WebhookAddresses,
    private readonly signature: WebhookSignature,
  ) {}

  /**
   * The secret is in the first answer only: the same command repeated is answered without it, and has no second effect.
   * @throws DomainError `exchange.document.body_unknown`, `exchange.webhook.address`, `exchange.webhook.limit`
   */
  async execute({ orgId, url: address, kinds = [] }: CreateWebhook, ctx: Ctx): Promise<WebhookView> {
    const body = await this.acting.of(ctx, 'exchange.webhook.write', orgId);
    const url = new URL(address);
    await this.addresses.check(url);
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        await assertRoom(tx, body.id);
        const [id, secret] = [newId(), randomBytes(32)];
        const wrapped = await this.signature.wrap(secret, body.id, id);
        // from the oldest transaction that still runs on: what commits after this is told, whenever it began
        await tx.manager.query(
          `insert into webhook (id, org_id, url, kinds, wrapped, created_at, created_by, txid, position)
           values ($1, $2, $3, $4, $5, $6, $7, pg_snapshot_xmin(pg_current_snapshot()), 0)`,
          [id, body.id, url.href, [...new Set(kinds)], wrapped, ctx.now, ctx.actor.id],
        );
        tx.touch('webhook', id);
        return { ...(await webhookView(tx.manager, id)), secret: secret.toString('hex') };
      },
      { keep: ({ secret: _once, ...known }) => known },
    );
  }
}

async function assertRoom({ manager }: Tx, orgId: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('webhook' || $1::text, 0))`, [orgId]);
  const [{ count }] = await manager.query<[{ count: number }]>('select count(*)::int as count from webhook where org_id = $1', [orgId]);
  if (count >= mostOfBody) throw new DomainError('exchange.webhook.limit', { limit: mostOfBody });
}
