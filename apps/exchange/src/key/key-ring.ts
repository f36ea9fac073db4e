import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { KeyCertificate } from '@karez/contracts-exchange';
import { type CryptoProvider, type KeyDirectory, type PublishedKey, type SigningKey, Sm2PublicKey } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { contextOf, type KeyRow, keyColumns } from './key-row.js';

const freshMs = 3_000;

/** The bodies' keys: private halves unwrapped on first use, public halves as the one source of trust. */
@Injectable()
export class KeyRing implements KeyDirectory {
  readonly #private = new Map<string, SigningKey>();
  readonly #published = new Map<string, { readonly key: PublishedKey; readonly readAt: number }>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /**
   * The key that a body signs with at a moment.
   * @throws DomainError `exchange.key.missing`
   */
  async signingKeyOf(manager: EntityManager, owner: { id: string; name: string }, at: Date): Promise<SigningKey> {
    const [row] = await manager.query<KeyRow[]>(
      `select ${keyColumns} from body_key where owner = $1 and use = 'signature' and wrapped is not null and revoked_at is null
         and valid_from <= $2 and (valid_until is null or valid_until > $2) order by valid_from desc limit 1`,
      [owner.id, at],
    );
    if (!row) throw new DomainError('exchange.key.missing', { name: owner.name });
    return this.#open(row);
  }

  /** The node's own root key, by which certificates and evidence files stand. */
  async rootKey(manager: EntityManager): Promise<{ readonly row: KeyRow; readonly key: SigningKey }> {
    const [row] = await manager.query<KeyRow[]>(
      `select ${keyColumns} from body_key where root and wrapped is not null order by valid_from desc limit 1`,
    );
    if (!row) throw new DomainError('exchange.key.missing', { name: '本节点' });
    return { row, key: await this.#open(row) };
  }

  /** Read anew every few seconds: a revocation by another replica counts from then on. Inside a transaction: `within`. */
  find(owner: string, keyId: string): Promise<PublishedKey | undefined> {
    return this.#find(this.source, owner, keyId);
  }

  /**
   * The same directory, read over the transaction's own connection. A transaction that waited for a second one
   * would wait for ever once every connection of the pool is held by another that does the same.
   */
  within(manager: EntityManager): KeyDirectory {
    return { find: (owner, keyId) => this.#find(manager, owner, keyId) };
  }

  async #find(reader: Pick<EntityManager, 'query'>, owner: string, keyId: string): Promise<PublishedKey | undefined> {
    const known = this.#published.get(keyId);
    if (known && Date.now() - known.readAt < freshMs) return known.key.owner === owner ? known.key : undefined;
    const [row] = await reader.query<KeyRow[]>(`select ${keyColumns} from body_key where key_id = $1`, [keyId]);
    if (!row) return undefined;
    const key = publishedKeyOf(row);
    if (this.#published.size > 5_000) this.#published.clear();
    this.#published.set(keyId, { key, readAt: Date.now() });
    return row.owner === owner ? key : undefined;
  }

  /** What this process knew of a key is no longer true. */
  forget(keyId: string): void {
    this.#published.delete(keyId);
    this.#private.delete(keyId);
  }

  /** Certificates of these keys, for an evidence file or a body's card. */
  async certificates(manager: EntityManager, keyIds: readonly string[]): Promise<KeyCertificate[]> {
    const rows = await manager.query<{ certificate: KeyCertificate }[]>(
      'select certificate from body_key where key_id = any($1) and certificate is not null order by key_id',
      [keyIds],
    );
    return rows.map(({ certificate }) => certificate);
  }

  async #open({ keyId, owner, wrapped }: KeyRow): Promise<SigningKey> {
    const known = this.#private.get(keyId);
    if (known) return known;
    const privateKey = await this.crypto.unwrapKey('sm2', wrapped!, contextOf(owner, keyId));
    const key: SigningKey = { owner, keyId, privateKey };
    this.#private.set(keyId, key);
    return key;
  }
}

export function publishedKeyOf({ owner, keyId, use, publicKey, validFrom, validUntil, revokedAt }: KeyRow): PublishedKey {
  return {
    ...{ owner, keyId, use: use, publicKey: Sm2PublicKey.fromBytes(Buffer.from(publicKey, 'hex')), validFrom },
    ...(validUntil ? { validUntil } : {}),
    ...(revokedAt ? { revokedAt } : {}),
  };
}
