import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Bodies } from '../body/bodies.js';
import { Arrivals } from '../custody/arrivals.js';
import { Requests } from '../custody/requests.js';
import { MirrorDesk } from '../delivery/mirror-desk.js';
import type { SealedDocument } from '../document/sealed-document.js';
import { addresseeOf, isReceipt, type KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';

/**
 * Carries signed words between the two sides of a delivery. Where this node serves the other body too, the other side takes it in the
 * same transaction; otherwise it becomes a letter to the other node, which is carried until it is answered (node/).
 */
@Injectable()
export class PostRoom {
  constructor(
    private readonly bodies: Bodies,
    private readonly statements: Statements,
    private readonly arrivals: Arrivals,
    private readonly requests: Requests,
    private readonly mirror: MirrorDesk,
  ) {}

  /** The caller has locked the delivery. */
  async send(tx: Tx, statement: KnownStatement): Promise<void> {
    const { nodeId } = await this.bodies.get(tx.manager, addresseeOf(statement.says));
    if (nodeId === null) await this.receive(tx, statement);
    else await this.#write(tx, statement, nodeId);
  }

  /**
   * Takes a statement that was verified: from this node's own other side, or from another node. `document` comes with a consignment of another node.
   * @throws DomainError the refusal, nothing being kept
   */
  async receive(tx: Tx, statement: KnownStatement, document?: SealedDocument): Promise<void> {
    // both sides being here does not make a word true: the signature does
    await this.statements.verifyIn(tx, statement);
    const { kind } = statement.says;
    if (isReceipt(kind)) return this.mirror.follow(tx, statement);
    const replies = kind === 'consign' ? await this.arrivals.take(tx, statement, document) : await this.requests.take(tx, statement);
    for (const reply of replies) await this.send(tx, reply);
  }

  async #write(tx: Tx, { digest, says }: KnownStatement, nodeId: string): Promise<void> {
    if (says.kind === 'consign') throw new DomainError('internal', { trace: tx.ctx.trace });
    await tx.manager.query('insert into letter (id, delivery_id, node_id, kind, statement) values ($1, $2, $3, $4, $5)', [
      ...[newId(), says.deliveryId, nodeId, says.kind, digest],
    ]);
  }
}
