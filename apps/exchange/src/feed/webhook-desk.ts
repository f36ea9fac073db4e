import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { GetWebhook, Webhooks, WebhookView } from '@karez/contracts-exchange';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { selectWebhooks, webhookView, webhookViews } from './webhook.views.js';

const permission = 'exchange.webhook.write';

/** The webhooks of the bodies that a caller reaches: seen, resumed, removed. */
@Injectable()
export class WebhookDesk {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list({ actor }: Ctx): Promise<Webhooks> {
    const { sql, params } = scopeSql(actor, permission, { org: 'webhook.org_id' });
    return { items: await webhookViews(selectWebhooks(this.source.manager).where(sql, params)) };
  }

  /** It goes on where it was left, at once. @throws DomainError `not_found` */
  resume({ webhookId }: GetWebhook, ctx: Ctx): Promise<WebhookView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.#hold(tx, webhookId);
      await tx.manager.query(
        'update webhook set paused_at = null, failures = 0, failing_since = null, last_error = null, next_at = now() where id = $1',
        [webhookId],
      );
      return webhookView(tx.manager, webhookId);
    });
  }

  /** What is being posted at this moment may still arrive. @throws DomainError `not_found` */
  remove({ webhookId }: GetWebhook, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.#hold(tx, webhookId);
      await tx.manager.query('delete from webhook where id = $1', [webhookId]);
      return new Empty();
    });
  }

  async #hold(tx: Tx, id: string): Promise<void> {
    const [found] = await tx.manager.query<{ orgId: string }[]>('select org_id as "orgId" from webhook where id = $1 for update', [id]);
    if (!found || !(await tx.reaches(permission, found.orgId))) throw new DomainError('not_found', { id });
    tx.touch('webhook', id);
  }
}
