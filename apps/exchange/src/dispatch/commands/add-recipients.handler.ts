import { Injectable } from '@nestjs/common';
import type { AddRecipients, DispatchView } from '@karez/contracts-exchange';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { OfficialDocument } from '../../document/document.entity.js';
import { Deliveries } from '../deliveries.js';
import { Dispatch } from '../dispatch.entity.js';
import { DispatchViews } from '../dispatch.views.js';
import { Recipients } from '../recipients.js';

/** 补发单位: bodies that were left out get the same sealed document; those that have it are passed over. */
@Injectable()
export class AddRecipientsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly recipients: Recipients,
    private readonly deliveries: Deliveries,
    private readonly views: DispatchViews,
  ) {}

  async execute({ dispatchId, role, recipients: named }: AddRecipients, ctx: Ctx): Promise<DispatchView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const dispatch = await tx.loadInScope(Dispatch, dispatchId, 'exchange.dispatch.send', (alias) => ({ org: `${alias}.org_id` }));
      const document = await tx.load(OfficialDocument, dispatch.documentId);
      const sender = await this.bodies.get(tx.manager, dispatch.orgId);
      const there = await tx.manager.query<{ id: string; ordinal: number }[]>(
        'select recipient_id as id, ordinal from delivery where dispatch_id = $1',
        [dispatchId],
      );
      const known = new Set(there.map(({ id }) => id));
      const chosen = { primary: [] as string[], cc: [] as string[], report: [] as string[], [role]: named };
      const all = await this.recipients.resolve(tx.manager, chosen, { senderId: sender.id, today: chinaDay(ctx.now) });
      const added = all.filter(({ body }) => !known.has(body.id));
      if (added.length === 0) throw new DomainError('exchange.dispatch.no_recipient');
      if (document.elements.documentType === 'request' && role === 'primary')
        throw new DomainError('exchange.dispatch.request_one_body', { count: known.size + added.length });
      const seen = await this.recipients.look(tx.manager, sender, document.elements.documentType, added);
      const refused = seen.find(({ refusal }) => refusal !== undefined);
      if (refused) throw new DomainError(refused.refusal!, refused.params);
      await this.deliveries.begin(tx, dispatch, added, { firstOrdinal: Math.max(0, ...there.map(({ ordinal }) => ordinal)) + 1 });
      tx.touch('dispatch', dispatchId);
      return { dispatchId };
    });
    return this.views.one(dispatchId, ctx);
  }
}
