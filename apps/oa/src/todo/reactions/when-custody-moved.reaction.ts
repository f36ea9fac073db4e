import { Injectable } from '@nestjs/common';
import { CustodyMoved } from '@karez/contracts-exchange';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Todos } from '../todos.js';

/** 待签收: what came for a body and nobody has decided on. */
@Injectable()
export class WhenCustodyMoved {
  constructor(private readonly todos: Todos) {}

  @ReactsTo(CustodyMoved)
  async follow({ occurredAt, data }: EventEnvelope<CustodyMoved>, tx: Tx): Promise<void> {
    const { deliveryId, recipientId, state, kind, delivery } = data;
    const step = { subjectId: deliveryId, step: 'sign' };
    if (state !== 'delivered') {
      const decided = state === 'signed_for' || state === 'rejected';
      await this.todos.end(tx, { ...step, endedAt: new Date(occurredAt) }, decided ? 'done' : 'cancelled');
      return;
    }
    // one of before rows were told has nothing that could be shown
    if (!delivery) return;
    await this.todos.open(tx, {
      openedAt: new Date(occurredAt),
      ...{ service: 'exchange', kind: 'delivery', ...step, title: delivery.title, act: '签收' },
      ...{ href: `/exchange/inbox/${deliveryId}`, orgId: recipientId, fromName: delivery.senderName, urgency: urgencyOf(delivery.urgency) },
      ...(delivery.dueAt && { dueAt: new Date(delivery.dueAt) }),
    });
    if (kind === 'urged') await this.todos.urge(tx, deliveryId, 'sign');
  }
}

const urgencyOf = (urgency: string | null): 'none' | 'urgent' | 'extra_urgent' => {
  if (urgency === 'flash' || urgency === 'extra_urgent') return 'extra_urgent';
  return urgency === 'urgent' || urgency === 'prompt' ? 'urgent' : 'none';
};
