import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NodeAnswer, NodeLetter, SignedStatement } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { lockDelivery } from '../delivery/lock.js';
import { SealedDocuments } from '../document/sealed-document.js';
import type { KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import { jobContext } from '../jobs/job-context.js';
import { KeyRing } from '../key/key-ring.js';
import { Consignments } from '../letter/consignments.js';
import type { Letter } from '../letter/letter.js';
import { LetterRound } from '../letter/letter-round.js';

const leaseSeconds = 60;

/** Letters to other nodes: leased to one carrier, made ready, and closed or put back by the answer. */
@Injectable()
export class Outgoing {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly consignments: Consignments,
    private readonly statements: Statements,
    private readonly sealed: SealedDocuments,
    private readonly keys: KeyRing,
    private readonly round: LetterRound,
  ) {}

  async claim(nodeId: string, limit: number): Promise<Letter[]> {
    const [letters] = await this.source.query<[Letter[], number]>(
      `update letter set claimed_until = clock_timestamp() + make_interval(secs => $3) where id in (
         select id from letter where node_id = $1 and state = 'waiting' and next_at <= clock_timestamp()
           and (claimed_until is null or claimed_until < clock_timestamp())
         order by next_at, id limit $2 for update skip locked)
       returning id, delivery_id as "deliveryId", node_id as "nodeId", kind, statement, attempts`,
      [nodeId, limit, leaseSeconds],
    );
    return letters;
  }

  /** A long transfer is still this carrier's. */
  async hold({ id }: Letter): Promise<void> {
    await this.source.query('update letter set claimed_until = clock_timestamp() + make_interval(secs => $2) where id = $1', [
      ...[id, leaseSeconds],
    ]);
  }

  async release(letters: readonly Letter[]): Promise<void> {
    if (letters.length) await this.source.query('update letter set claimed_until = null where id = any($1)', [letters.map(({ id }) => id)]);
  }

  /**
   * The attempt is committed before anything leaves. @returns nothing when the letter is moot: recalled, or answered meanwhile
   * @throws DomainError `exchange.key.missing`
   */
  async ready(letter: Letter): Promise<NodeLetter | undefined> {
    const statement = await this.#statementOf(letter);
    if (!statement) {
      await this.done(letter.id);
      return undefined;
    }
    const { manager } = this.source;
    const document = statement.says.kind === 'consign' ? await this.sealed.get(manager, statement.says.documentDigest) : undefined;
    const keyIds = [statement.signature.keyId, ...(document ? [document.signature.keyId] : [])];
    return {
      ...{ id: letter.id, statement: signed(statement), certificates: await this.keys.certificates(manager, [...new Set(keyIds)]) },
      ...(document && { document: signed(document) }),
    };
  }

  /** Acts on the answer. `waiting` is asked again soon and counts as no failure. */
  async answered(letter: Letter, { outcome, code }: NodeAnswer): Promise<void> {
    if (outcome === 'taken') return this.done(letter.id);
    if (outcome === 'refused') return this.failed(letter, new DomainError(code ?? 'exchange.node.reply', { reason: 'refused' }));
    await this.source.query(`update letter set next_at = clock_timestamp() + interval '2 seconds', claimed_until = null where id = $1`, [
      letter.id,
    ]);
  }

  async failed(letter: Letter, error: unknown): Promise<void> {
    await this.round.putBack(letter, error);
  }

  async done(letterId: string): Promise<void> {
    await this.source.query(`update letter set state = 'done', claimed_until = null, last_error = null where id = $1`, [letterId]);
  }

  async byId(nodeId: string, letterId: string): Promise<Letter | undefined> {
    const [letter] = await this.source.query<Letter[]>(
      `select id, delivery_id as "deliveryId", node_id as "nodeId", kind, statement, attempts from letter
       where id = $1 and node_id = $2 and state <> 'done'`,
      [letterId, nodeId],
    );
    return letter;
  }

  #statementOf({ deliveryId, kind, statement }: Letter): Promise<KnownStatement | undefined> {
    if (kind !== 'consign') return this.statements.byDigest(this.source.manager, statement ?? '');
    return this.source.transaction(async (manager) => {
      await lockDelivery(manager, deliveryId);
      return this.consignments.begin(new Tx(manager, jobContext('nodeCourier'), 'exchange'), deliveryId);
    });
  }
}

const signed = ({ body, signature }: SignedStatement): SignedStatement => ({ body, signature });
