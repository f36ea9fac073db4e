import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Bodies } from '../body/bodies.js';
import type { KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import { Custody } from './custody.entity.js';
import { CustodyDesk } from './custody-desk.js';

/** What the sender asks of the custody holder: to give it back, to hurry, to make it void. The holder decides. */
@Injectable()
export class Requests {
  constructor(
    private readonly desk: CustodyDesk,
    private readonly statements: Statements,
    private readonly bodies: Bodies,
  ) {}

  /** @returns the receipts for the sender @throws DomainError `exchange.letter.sender_mismatch` */
  async take(tx: Tx, letter: KnownStatement): Promise<KnownStatement[]> {
    const { says } = letter;
    const custody = await this.desk.find(tx, says.deliveryId);
    if (custody && (custody.senderId !== says.senderId || custody.digest !== says.documentDigest))
      throw new DomainError('exchange.letter.sender_mismatch');
    switch (says.kind) {
      case 'recall':
        return custody ? this.#recall(tx, custody, letter) : this.#tombstone(tx, letter);
      case 'urge':
        return this.#urge(tx, custody, letter);
      case 'revoke':
        return this.#revoke(tx, custody, letter);
      case 'acknowledged':
        if (custody)
          await this.desk.note(tx, custody, { kind: 'acknowledged', orgName: custody.senderName, ...person(letter), statement: letter });
        return [];
      default:
        throw new DomainError('exchange.letter.malformed', { reason: says.kind });
    }
  }

  /** Held: it is withdrawn. Decided already: the sender is shown the receipt of that. */
  async #recall(tx: Tx, custody: Custody, { says }: KnownStatement): Promise<KnownStatement[]> {
    const reason = says.reason?.text ?? '';
    if (custody.state === 'delivered') return [await this.desk.decide(tx, custody, 'recall', { reason: { text: reason } })];
    const last = await this.desk.lastReceipt(tx, custody);
    return last ? [last] : [];
  }

  /** Never arrived: a stone is set, so that a late copy is dropped. */
  async #tombstone(tx: Tx, { says }: KnownStatement): Promise<KnownStatement[]> {
    const { deliveryId, dispatchId, documentDigest, senderId, recipientId } = says;
    const sender = await this.bodies.get(tx.manager, senderId);
    const ref = { deliveryId, dispatchId, documentDigest, senderId, recipientId };
    const receipt = await this.statements.make(tx, ref, { kind: 'recalled', epoch: 1, details: { tombstone: true } });
    const held = { id: deliveryId, orgId: recipientId, senderId, senderName: sender.name, dispatchId, digest: documentDigest };
    const custody = Custody.tombstone(held, { at: tx.ctx.now, byName: null, receiptNumber: receipt.number });
    await tx.save(custody);
    await this.desk.note(tx, custody, { kind: 'recalled', orgName: sender.name, data: { tombstone: true }, statement: receipt });
    return [receipt];
  }

  async #urge(tx: Tx, custody: Custody | null, letter: KnownStatement): Promise<KnownStatement[]> {
    if (custody?.state !== 'delivered') return [];
    custody.urge();
    await tx.save(custody);
    const data = { text: letter.says.reason?.text ?? '' };
    await this.desk.note(tx, custody, { kind: 'urged', orgName: custody.senderName, ...person(letter), data, statement: letter });
    return [];
  }

  async #revoke(tx: Tx, custody: Custody | null, letter: KnownStatement): Promise<KnownStatement[]> {
    if (custody?.state !== 'signed_for') {
      const last = custody && (await this.desk.lastReceipt(tx, custody));
      return last ? [last] : [];
    }
    if (custody.revokeAskedAt) return [];
    const text = letter.says.reason?.text ?? '';
    custody.askedToRevoke(text, tx.ctx.now);
    await tx.save(custody);
    await this.desk.note(tx, custody, {
      ...{ kind: 'revoke_asked', orgName: custody.senderName, ...person(letter), data: { text }, statement: letter },
    });
    return [];
  }
}

const person = ({ says: { by } }: KnownStatement) => (by ? { personName: by.name } : {});
