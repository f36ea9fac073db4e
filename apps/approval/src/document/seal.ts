import { Inject, Injectable } from '@nestjs/common';
import {
  canonicalBytes,
  type CryptoProvider,
  type DetachedSignature,
  type JsonValue,
  type KeyDirectory,
  signDetached,
  type SigningKey,
  Sm2PublicKey,
  verifyDetached,
} from '@karez/crypto';
import { DomainError, newId } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

const owner = 'approval';
const beginning = new Date(0);
interface KeyRow {
  readonly keyId: string;
  readonly publicKey: string;
  readonly wrapped: Buffer;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}
const columns = 'key_id as "keyId", public_key as "publicKey", wrapped, valid_from as "validFrom", valid_until as "validUntil"';
const contextOf = (keyId: string): string => `seal_key/${keyId}`;

/** The electronic seal of issued papers: SM2 signatures by a key of this service, made when the first paper asks for it. */
@Injectable()
export class Seal {
  readonly #open = new Map<string, SigningKey>();

  constructor(@Inject('CryptoProvider') private readonly crypto: CryptoProvider) {}

  async sign(manager: EntityManager, statement: JsonValue, purpose: string, signedAt: Date): Promise<DetachedSignature> {
    return signDetached(this.crypto, canonicalBytes(statement), { purpose, signedAt }, await this.#key(manager));
  }

  /** Whether the statement is what was signed, by a key of this service. */
  async stands(
    manager: EntityManager,
    statement: JsonValue,
    signature: DetachedSignature,
    more: { purpose: string; seenAt: Date },
  ): Promise<boolean> {
    try {
      await verifyDetached(this.crypto, canonicalBytes(statement), signature, { ...more, directory: directoryOf(manager) });
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('crypto.')) return false;
      throw error;
    }
  }

  async #key(manager: EntityManager): Promise<SigningKey> {
    const found = await newest(manager);
    if (found) return this.#opened(found);
    // two first papers at once: the second waits here and finds the key of the first
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('seal_key', 0))`);
    const row = (await newest(manager)) ?? (await this.#make(manager));
    // not kept: this transaction may still be given up, and the key with it
    return { owner, keyId: row.keyId, privateKey: await this.crypto.unwrapKey('sm2', row.wrapped, contextOf(row.keyId)) };
  }

  async #make(manager: EntityManager): Promise<KeyRow> {
    const keyId = `s-${newId()}`;
    const secret = await this.crypto.generateKey('sm2');
    const publicKey = secret.publicKey.toBytes().toString('hex');
    const row = { keyId, publicKey, wrapped: await this.crypto.wrapKey(secret, contextOf(keyId)), validFrom: beginning, validUntil: null };
    await manager.query('insert into seal_key (key_id, public_key, wrapped, valid_from) values ($1, $2, $3, $4)', [
      ...[keyId, publicKey, row.wrapped, beginning],
    ]);
    return row;
  }

  async #opened({ keyId, wrapped }: KeyRow): Promise<SigningKey> {
    const known = this.#open.get(keyId);
    if (known) return known;
    const key = { owner, keyId, privateKey: await this.crypto.unwrapKey('sm2', wrapped, contextOf(keyId)) };
    this.#open.set(keyId, key);
    return key;
  }
}

async function newest(manager: EntityManager): Promise<KeyRow | undefined> {
  const [row] = await manager.query<KeyRow[]>(
    `select ${columns} from seal_key where valid_until is null order by valid_from desc, key_id desc limit 1`,
  );
  return row;
}

/** Keys are taken from the table alone, never from what is verified. */
const directoryOf = (manager: EntityManager): KeyDirectory => ({
  find: async (_owner, id) => {
    const [row] = await manager.query<KeyRow[]>(`select ${columns} from seal_key where key_id = $1`, [id]);
    if (!row) return undefined;
    const { keyId, publicKey, validFrom, validUntil } = row;
    const key = Sm2PublicKey.fromBytes(Buffer.from(publicKey, 'hex'));
    return { owner, keyId, use: 'signature', publicKey: key, validFrom, ...(validUntil && { validUntil }) };
  },
});
