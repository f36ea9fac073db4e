import { Injectable } from '@nestjs/common';
import { type CustodyState, custodyFlow, type RefusalReason } from '@karez/contracts-exchange';
import { canMove } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { overdue } from '../deadline/overdue-happening.js';
import type { DeliveryRef, KnownStatement, Saying } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import { type Happening, Timeline, type Track } from '../evidence/timeline.js';
import { Custody, type Decision } from './custody.entity.js';

/** What a decision is said with: the statement's kind, and what the timeline calls it. */
const decisions = {
  sign: { kind: 'signed', happened: 'signed_for', state: 'signed_for' },
  reject: { kind: 'rejected', happened: 'rejected', state: 'rejected' },
  return: { kind: 'returned', happened: 'returned', state: 'returned' },
  recall: { kind: 'recalled', happened: 'recalled', state: 'recalled' },
  revoke: { kind: 'revoked', happened: 'revoked', state: 'revoked' },
} as const satisfies Record<string, { kind: Saying['kind']; happened: Happening['kind']; state: CustodyState }>;
export type CustodyDecision = keyof typeof decisions;

export interface DecidedBy {
  /** Absent when the node itself decides. */
  readonly actor?: Actor;
  readonly reason?: { readonly code?: RefusalReason; readonly text: string };
  readonly incomingNumber?: string;
}

/** Where the holder's decisions are taken: receipt, row, timeline in one transaction. The caller has locked the delivery. */
@Injectable()
export class CustodyDesk {
  constructor(
    private readonly statements: Statements,
    private readonly timeline: Timeline,
  ) {}

  find(tx: Tx, deliveryId: string): Promise<Custody | null> {
    return tx.manager.findOne(Custody, { where: { id: deliveryId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Decides, signs for the body and keeps the receipt.
   * @throws DomainError `state.move_refused`, `exchange.key.missing`
   */
  async decide(tx: Tx, custody: Custody, decision: CustodyDecision, { actor, reason, incomingNumber }: DecidedBy): Promise<KnownStatement> {
    const { kind, happened, state } = decisions[decision];
    if (!canMove(custodyFlow, custody.state, state))
      throw new DomainError('state.move_refused', { from: custody.state, to: state, allowed: custodyFlow.moves[custody.state].join(' ') });
    const receipt = await this.statements.make(tx, refOf(custody), {
      ...{ kind, epoch: custody.nextEpoch },
      ...(actor && { by: personOf(actor, custody.orgId) }),
      ...(reason && { reason }),
      ...(decision === 'revoke' && { details: { printed: custody.printed } }),
    });
    const decided: Decision = {
      ...{ at: tx.ctx.now, byName: actor?.name ?? null, receiptNumber: receipt.number },
      ...(reason && { reasonText: reason.text, ...(reason.code && { reason: reason.code }) }),
    };
    await this.#noteIfLate(tx, custody);
    if (decision === 'sign') custody.signFor(decided, incomingNumber);
    else custody[decision](decided);
    await tx.save(custody);
    await this.note(tx, custody, {
      ...{ kind: happened, statement: receipt },
      ...(actor && { personName: actor.name }),
      data: {
        ...(reason && { text: reason.text, ...(reason.code && { reason: reason.code }) }),
        ...(incomingNumber && { incomingNumber }),
      },
    });
    return receipt;
  }

  /** Decided between the deadline and the next turn of the job that looks for it: late all the same. The caller saves. */
  async #noteIfLate(tx: Tx, custody: Custody): Promise<void> {
    if (!custody.becomesOverdue(tx.ctx.now)) return;
    custody.overdue(tx.ctx.now);
    await this.note(tx, custody, overdue(custody.dueAt!));
  }

  /** The latest receipt: what somebody who comes too late is shown. */
  async lastReceipt(tx: Tx, custody: Custody): Promise<KnownStatement | undefined> {
    const all = await this.statements.ofDelivery(tx.manager, custody.id);
    return all.filter(({ says }) => says.epoch === custody.epoch).at(-1);
  }

  note(tx: Tx, custody: Custody, happening: Happening): Promise<void> {
    return this.timeline.add(tx, trackOf(custody), happening);
  }
}

export const personOf = ({ id, name }: Actor, orgId: string) => ({ id, name, orgId });

export const refOf = ({ id, dispatchId, digest, senderId, orgId }: Custody): DeliveryRef => ({
  ...{ deliveryId: id, dispatchId, documentDigest: digest, senderId, recipientId: orgId },
});
export const trackOf = ({ id, dispatchId, orgId, state }: Custody): Track => ({
  ...{ deliveryId: id, dispatchId, side: 'recipient', orgId, state: state === 'absent' ? 'in_flight' : state },
});
