import { Injectable } from '@nestjs/common';
import { DeliveryMoved } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Todos } from '../todo/todos.js';

/** What exchange says of deliveries is kept whether or not the document that they belong to is noted here yet: the word may come first. */
@Injectable()
export class WhenDeliveryMoved {
  constructor(private readonly todos: Todos) {}

  @ReactsTo(DeliveryMoved)
  async note({ data, occurredAt }: EventEnvelope<DeliveryMoved>, tx: Tx): Promise<void> {
    const { deliveryId, dispatchId, state } = data;
    await tx.manager.query(
      `insert into exchange_delivery (delivery_id, dispatch_id, state, moved_at) values ($1, $2, $3, $4)
       on conflict (delivery_id) do update set state = excluded.state, moved_at = excluded.moved_at`,
      [deliveryId, dispatchId, state, occurredAt],
    );
    if (state !== 'rejected' && state !== 'returned') return;
    const [document] = await tx.manager.query<{ id: string; title: string; drafter_id: string; name: string }[]>(
      `select document.id, document.title, document.drafter_id, recipient.name from outgoing_document document
       join document_recipient recipient on recipient.document_id = document.id and recipient.delivery_id = $2
       where document.dispatch_id = $1`,
      [dispatchId, deliveryId],
    );
    if (!document) return;
    // the reason is on the page of the delivery; it reaches the drafter's desk (收文单位 refused or sent it back)
    await this.todos.open(tx, {
      ...{ service: 'oa', kind: 'outgoing', subjectId: document.id, step: `refused/${deliveryId}`, title: document.title },
      ...{ act: state === 'rejected' ? '处理拒收' : '处理退文', href: `/exchange/deliveries/${deliveryId}`, fromName: document.name },
      personId: document.drafter_id,
    });
  }
}
