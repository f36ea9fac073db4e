import { Injectable } from '@nestjs/common';
import type { DispatchView } from '@karez/contracts-exchange';
import type { DistributeOutgoing } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { DocumentDesk } from '../document-desk.js';
import { DocumentRoute } from '../document-route.js';
import { DocumentSteps } from '../document-steps.js';
import { DocumentsToSend } from '../documents-to-send.js';
import { ExchangeDesk } from '../exchange-desk.js';

/** 分发: exchange takes the sealed document first, then it is noted here; a repeated try finds what was sent and notes it. */
@Injectable()
export class DistributeOutgoingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly steps: DocumentSteps,
    private readonly route: DocumentRoute,
    private readonly toSend: DocumentsToSend,
    private readonly exchange: ExchangeDesk,
  ) {}

  /** @throws DomainError `oa.document.no_bodies`, `oa.document.signed_other` and what exchange refuses */
  async execute({ documentId, replyBy }: DistributeOutgoing, ctx: Ctx): Promise<{ readonly documentId: string }> {
    const document = await this.toSend.of(documentId, ctx);
    const dispatch = await this.exchange.send({ ...document, replyBy }, ctx);
    return this.unitOfWork.run(ctx, async (tx) => {
      const held = await this.desk.loadForOffice(tx, documentId);
      const turn = await this.steps.office(tx, held, 'distributing');
      await noteRecipients(tx, documentId, dispatch);
      await this.route.record(tx, held, 'distributed', { act: 'distribute', text: `发往 ${dispatch.deliveries.length} 个单位` });
      held.distribute(dispatch.id, document.text.disclosure, ctx.now);
      await this.route.toOffice(tx, held, turn, undefined);
      return { documentId };
    });
  }
}

async function noteRecipients({ manager }: Tx, documentId: string, { id, deliveries }: DispatchView): Promise<void> {
  for (const [place, delivery] of deliveries.entries()) {
    const role = delivery.role === 'primary' ? 'primary' : 'cc';
    await manager.query(
      'insert into document_recipient (document_id, delivery_id, org_id, name, role, place) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [documentId, delivery.id, delivery.recipientId, delivery.recipientName, role, place],
    );
    await manager.query(
      'insert into exchange_delivery (delivery_id, dispatch_id, state, moved_at) values ($1, $2, $3, now()) on conflict (delivery_id) do nothing',
      [delivery.id, id, delivery.state],
    );
  }
}
