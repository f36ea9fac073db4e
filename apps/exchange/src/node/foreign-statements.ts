import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NodeLetter, StatementBody } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { addresseeOf, type KnownStatement, signerOf } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import { ForeignKeys } from './foreign-keys.js';
import type { Peer } from './peer.js';

/** Statements that come in letters: believed only of bodies that the letter's node serves, to bodies that this one serves. */
@Injectable()
export class ForeignStatements {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly keys: ForeignKeys,
    private readonly statements: Statements,
  ) {}

  /** @throws DomainError `exchange.letter.malformed`, `exchange.letter.signature`, `exchange.letter.clock`, `exchange.letter.sender_mismatch`, `exchange.letter.misaddressed` */
  async verify(peer: Peer, { statement, certificates }: NodeLetter): Promise<StatementBody> {
    await this.keys.take(peer, certificates);
    const says = await this.statements.verify(statement, new Date());
    const sides = await this.bodies.byIds(this.source.manager, [signerOf(says), addresseeOf(says)]);
    if (sides.get(signerOf(says))?.nodeId !== peer.nodeId) throw new DomainError('exchange.letter.sender_mismatch');
    if (sides.get(addresseeOf(says))?.nodeId !== null) throw new DomainError('exchange.letter.misaddressed');
    return says;
  }

  keep(tx: Tx, { statement }: NodeLetter): Promise<KnownStatement> {
    return this.statements.take(tx, statement);
  }
}
