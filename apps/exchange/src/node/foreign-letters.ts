import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NodeAnswer, NodeLetter, StatementBody } from '@karez/contracts-exchange';
import { DomainError, isId } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { lockDelivery } from '../delivery/lock.js';
import { SealedDocuments } from '../document/sealed-document.js';
import { jobContext } from '../jobs/job-context.js';
import { PostRoom } from '../letter/post-room.js';
import { type ArrivedDocument, ForeignDocuments } from './foreign-documents.js';
import { ForeignStatements } from './foreign-statements.js';
import type { Peer } from './peer.js';

/** Letters of other nodes: verified, taken in one transaction, answered. What is refused leaves nothing behind. */
@Injectable()
export class ForeignLetters {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly statements: ForeignStatements,
    private readonly documents: ForeignDocuments,
    private readonly sealed: SealedDocuments,
    private readonly postRoom: PostRoom,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async take(peer: Peer, letter: NodeLetter): Promise<NodeAnswer> {
    const letterId = letter.id;
    if (!isId(letterId)) throw new DomainError('exchange.letter.malformed', { reason: 'id' });
    try {
      const says = await this.statements.verify(peer, letter);
      const arrived = says.kind === 'consign' ? await this.#documentOf(peer, says, letter) : undefined;
      if (arrived && 'wanted' in arrived) return { letterId, outcome: 'wanted', wanted: arrived.wanted };
      if (arrived && 'waiting' in arrived) return { letterId, outcome: 'waiting' };
      await this.#receive(letter, says, arrived);
      return { letterId, outcome: 'taken' };
    } catch (error) {
      const known = error instanceof DomainError;
      if (!known) this.watch.healing(`letter ${letterId} of ${peer.nodeId}`, error);
      return { letterId, outcome: 'refused', code: known ? error.code : 'service.unavailable' };
    }
  }

  /** A delivery that is known, or was recalled before it came, needs no bytes: the answer is what was decided. */
  async #documentOf(peer: Peer, says: StatementBody, { document }: NodeLetter): Promise<ArrivedDocument> {
    const known = await this.source.query<unknown[]>('select 1 from custody where id = $1', [says.deliveryId]);
    return known.length ? { known: true } : this.documents.arrived(peer, says, document);
  }

  #receive(letter: NodeLetter, { deliveryId }: StatementBody, arrived: ArrivedDocument | undefined): Promise<void> {
    return this.source.transaction(async (manager) => {
      await lockDelivery(manager, deliveryId);
      const tx = new Tx(manager, jobContext('nodePost'), 'exchange');
      const known = await this.statements.keep(tx, letter);
      const document = arrived && 'document' in arrived ? arrived.document : undefined;
      await this.postRoom.receive(tx, known, document && (await this.sealed.take(tx, document.statement, document.files)));
    });
  }
}
