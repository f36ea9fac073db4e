import { Injectable } from '@nestjs/common';
import { actRules, type DeliveryAct, exchangeWords } from '@karez/contracts-exchange';
import type { Permission } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { chinaClock } from '../china-clock.js';
import { lockDelivery } from '../delivery/lock.js';
import { actWords } from '../delivery/sender-acts.js';
import { Statements } from '../evidence/statements.js';
import type { Happening } from '../evidence/timeline.js';
import { PostRoom } from '../letter/post-room.js';
import { Custody } from './custody.entity.js';
import { type CustodyDecision, CustodyDesk, type DecidedBy, personOf, refOf } from './custody-desk.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });

/** What the receiving body does with one delivery. */
@Injectable()
export class RecipientActs {
  constructor(
    private readonly desk: CustodyDesk,
    private readonly statements: Statements,
    private readonly postRoom: PostRoom,
  ) {}

  load(tx: Tx, deliveryId: string, act: DeliveryAct): Promise<Custody> {
    return this.loadFor(tx, deliveryId, actRules[act].needs);
  }

  /** Locks the delivery for this transaction. @throws DomainError `not_found` */
  async loadFor(tx: Tx, deliveryId: string, permission: Permission): Promise<Custody> {
    await lockDelivery(tx.manager, deliveryId);
    const custody = await tx.loadInScope(Custody, deliveryId, permission, owner);
    if (custody.tombstone) throw new DomainError('not_found', { id: deliveryId });
    return custody;
  }

  /** Refuses by the table of acts. @throws DomainError `exchange.delivery.recalled`, `…already_decided`, `…act_refused` */
  assert(custody: Custody, act: DeliveryAct): void {
    const rule = actRules[act];
    const { state, decidedAt, decidedByName, receiptNumber, senderName } = custody;
    if (state !== 'absent' && rule.states.includes(state)) {
      const reason = rule.unless?.(custody.actFacts);
      if (reason === undefined) return;
      throw new DomainError('exchange.delivery.act_refused', { reason });
    }
    const at = decidedAt ? chinaClock(decidedAt) : '';
    const evidence = receiptNumber ? { receiptNumber, state, decidedAt: decidedAt?.toISOString() } : undefined;
    if (state === 'recalled') throw new DomainError('exchange.delivery.recalled', { at, wanted: actWords[act] }, evidence);
    if (!decidedAt || state === 'absent') throw new DomainError('exchange.delivery.act_refused', { reason: rule.otherwise });
    const what = exchangeWords.deliveryState[state].replace('已', '');
    const who = decidedByName ?? senderName;
    throw new DomainError('exchange.delivery.already_decided', { who, at, what, state, wanted: actWords[act] }, evidence);
  }

  async decide(tx: Tx, custody: Custody, decision: CustodyDecision, by: DecidedBy): Promise<void> {
    await this.postRoom.send(tx, await this.desk.decide(tx, custody, decision, by));
  }

  /** Not agreed: the document stays in force, and the sender is told with the body's word. */
  async decline(tx: Tx, custody: Custody, text: string): Promise<void> {
    const { actor } = tx.ctx;
    const word = await this.statements.make(tx, refOf(custody), {
      ...{ kind: 'declined', epoch: custody.nextEpoch, by: personOf(actor, custody.orgId) },
      ...(text && { reason: { text } }),
    });
    custody.decline();
    await tx.save(custody);
    await this.desk.note(tx, custody, { kind: 'revoke_declined', personName: actor.name, data: text ? { text } : {}, statement: word });
    await this.postRoom.send(tx, word);
  }

  note(tx: Tx, custody: Custody, happening: Happening): Promise<void> {
    return this.desk.note(tx, custody, happening);
  }
}
