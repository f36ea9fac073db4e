import { Injectable } from '@nestjs/common';
import type { SendDispatch } from '@karez/contracts-exchange';
import { chinaDay, DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Bodies } from '../body/bodies.js';
import type { OfficialDocument } from '../document/document.entity.js';
import { Deliveries } from './deliveries.js';
import { Dispatch } from './dispatch.entity.js';
import { Recipients } from './recipients.js';

/** Sends a sealed document: to all or, when one of them may not get it, to nobody. */
@Injectable()
export class Sending {
  constructor(
    private readonly bodies: Bodies,
    private readonly recipients: Recipients,
    private readonly deliveries: Deliveries,
  ) {}

  /** @returns the dispatch's id @throws DomainError the refusal */
  async send(tx: Tx, document: OfficialDocument, request: SendDispatch): Promise<string> {
    const { now, actor } = tx.ctx;
    assertAhead(request.replyBy, now);
    const sender = await this.bodies.get(tx.manager, document.orgId);
    const recipients = await this.recipients.resolve(tx.manager, request, { senderId: sender.id, today: chinaDay(now) });
    const seen = await this.recipients.assertMay(tx.manager, sender, document.elements.documentType, recipients);
    if (seen.some(({ direction, role }) => direction === 'upward' && role === 'primary') && !document.elements.signatories?.length)
      throw new DomainError('exchange.document.signatory_missing');
    const { signWithinMinutes = null, replyBy = null, printQuota = 0, note = null } = request;
    const facts = { title: document.title, number: document.number, documentType: document.elements.documentType };
    const dispatch = Dispatch.send(
      {
        ...{ id: newId(), orgId: sender.id, documentId: document.id, digest: document.digest!, sentAt: now, sentBy: actor.id },
        ...{ sentByName: actor.name, signWithinMinutes, replyBy, printQuota, note },
      },
      { ...facts, disclosure: document.elements.disclosure },
      recipients.length,
    );
    await tx.save(dispatch);
    await this.deliveries.begin(tx, dispatch, recipients);
    return dispatch.id;
  }
}

function assertAhead(replyBy: string | undefined, now: Date): void {
  if (replyBy && replyBy < chinaDay(now)) throw new DomainError('exchange.dispatch.reply_by_past', { day: replyBy });
}
