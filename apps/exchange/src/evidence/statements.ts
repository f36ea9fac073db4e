import { Inject, Injectable } from '@nestjs/common';
import { type SignedStatement, type StatementBody, statementKinds } from '@karez/contracts-exchange';
import { canonicalBytes, type CryptoProvider, type JsonValue, type KeyDirectory } from '@karez/crypto';
import { parseCanonical, signDetached, verifyDetached } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { KeyRing } from '../key/key-ring.js';
import { type DeliveryRef, type KnownStatement, numberOf, purposeOf, type Saying, signerOf } from './statement.js';

const columns = 'digest, body, signature, number';
interface Row extends SignedStatement {
  readonly digest: string;
  readonly number: string;
}

/** The signed words on deliveries: made, verified, kept. */
@Injectable()
export class Statements {
  constructor(
    private readonly keys: KeyRing,
    private readonly bodies: Bodies,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /**
   * Signs what the acting side says now, and keeps it.
   * @throws DomainError `exchange.key.missing`
   */
  async make(tx: Tx, ref: DeliveryRef, { kind, by, reason, details, epoch }: Saying): Promise<KnownStatement> {
    const says: StatementBody = {
      ...{ v: 1, kind, ...ref, at: tx.ctx.now.toISOString() },
      ...{ ...(by && { by }), ...(reason && { reason }), ...(details && { details }), ...(epoch !== undefined && { epoch }) },
    };
    const signer = await this.bodies.get(tx.manager, signerOf(says));
    const key = await this.keys.signingKeyOf(tx.manager, signer, tx.ctx.now);
    const bytes = canonicalBytes(says as unknown as JsonValue);
    const signature = await signDetached(this.crypto, bytes, { purpose: purposeOf(kind), signedAt: tx.ctx.now }, key);
    return this.#keep(tx.manager, { body: bytes.toString('utf8'), signature }, says);
  }

  /**
   * Believes a statement only when its signer is the side that may say it, with a key that this node's directory knows.
   * @throws DomainError `exchange.letter.malformed`, `exchange.letter.sender_mismatch`, `exchange.letter.signature`, `exchange.letter.clock`
   */
  async verify(statement: SignedStatement, seenAt: Date, directory: KeyDirectory = this.keys): Promise<StatementBody> {
    const says = readBody(statement.body);
    if (statement.signature.signer !== signerOf(says)) throw new DomainError('exchange.letter.sender_mismatch');
    try {
      const expected = { purpose: purposeOf(says.kind), directory, seenAt };
      await verifyDetached(this.crypto, Buffer.from(statement.body, 'utf8'), statement.signature, expected);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'crypto.signed_in_future') throw new DomainError('exchange.letter.clock');
      throw new DomainError('exchange.letter.signature', { code: error.code });
    }
    return says;
  }

  /** As `verify`, inside a transaction and over its connection. */
  verifyIn({ manager, ctx }: Tx, statement: SignedStatement): Promise<StatementBody> {
    return this.verify(statement, ctx.now, this.keys.within(manager));
  }

  /** Verifies and keeps; what is here already stays as it is. */
  async take(tx: Tx, statement: SignedStatement): Promise<KnownStatement> {
    return this.#keep(tx.manager, statement, await this.verifyIn(tx, statement));
  }

  async ofDelivery(manager: EntityManager, deliveryId: string): Promise<KnownStatement[]> {
    const rows = await manager.query<Row[]>(`select ${columns} from statement where delivery_id = $1 order by at, kept_at, digest`, [
      deliveryId,
    ]);
    return rows.map(known);
  }

  async byDigest(manager: EntityManager, digest: string): Promise<KnownStatement | undefined> {
    const [row] = await manager.query<Row[]>(`select ${columns} from statement where digest = $1`, [digest]);
    return row && known(row);
  }

  async #keep(manager: EntityManager, { body, signature }: SignedStatement, says: StatementBody): Promise<KnownStatement> {
    const digest = this.crypto.digest(Buffer.from(body, 'utf8')).toString('hex');
    const number = numberOf(says, digest);
    await manager.query(
      `insert into statement (digest, delivery_id, kind, epoch, body, signature, at, number) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing`,
      [digest, says.deliveryId, says.kind, says.epoch ?? null, body, JSON.stringify(signature), says.at, number],
    );
    return { body, signature, digest, says, number };
  }
}

const known = ({ digest, number, body, signature }: Row): KnownStatement => ({ digest, number, body, signature, says: readBody(body) });

const texts = ['deliveryId', 'dispatchId', 'documentDigest', 'senderId', 'recipientId', 'at'] as const;

/** It came from outside, so its type says nothing about it. @throws DomainError `exchange.letter.malformed` */
function readBody(text: string): StatementBody {
  const refuse = (reason: string): DomainError => new DomainError('exchange.letter.malformed', { reason });
  let value: JsonValue;
  try {
    value = parseCanonical(Buffer.from(text, 'utf8'));
  } catch {
    throw refuse('not canonical');
  }
  const says = value as unknown as StatementBody;
  if (value === null || typeof value !== 'object' || says.v !== 1 || !statementKinds.includes(says.kind)) throw refuse('kind');
  const missing = texts.find((name) => typeof says[name] !== 'string');
  if (missing) throw refuse(missing);
  return says;
}
