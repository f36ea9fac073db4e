import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { Sealer } from './sealer.js';

const rotateAfter = '30 days';
/** Longer than any token lives, and than another process may go on signing with a key that was retired. */
const shownAfterRetirement = '15 minutes';
const cacheMs = 60_000;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}
interface Row {
  readonly kid: string;
  readonly private_sealed: Buffer;
}

/** Identity's own ES256 keys: one signs, retired ones stay public until their last token has ended. */
@Injectable()
export class SigningKeys {
  #current?: { key: SigningKey; until: number };

  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  async current(): Promise<SigningKey> {
    if (this.#current && this.#current.until > Date.now()) return this.#current.key;
    const key = this.#opened((await this.#young(this.dataSource.manager)) ?? (await this.rotate()));
    this.#current = { key, until: Date.now() + cacheMs };
    return key;
  }

  async jwks(): Promise<JSONWebKeySet> {
    const rows = await this.dataSource.query<{ public_jwk: JWK }[]>(
      `select public_jwk from signing_key where retired_at is null or retired_at > now() - $1::interval order by created_at desc`,
      [shownAfterRetirement],
    );
    return { keys: rows.map(({ public_jwk }) => public_jwk) };
  }

  /** Puts a new key in place of one that is missing or old; of two processes that do so at once one waits and takes the other's. */
  async rotate({ force = false } = {}): Promise<Row> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('identity.signing_key'))`);
      const young = force ? undefined : await this.#young(manager);
      if (young) return young;
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const jwk = publicKey.export({ format: 'jwk' }) as JWK;
      const kid = await calculateJwkThumbprint(jwk);
      const sealed = this.sealer.seal(`signing/${kid}`, JSON.stringify(privateKey.export({ format: 'jwk' })));
      await manager.query('update signing_key set retired_at = now() where retired_at is null');
      await manager.query('insert into signing_key (kid, public_jwk, private_sealed, created_at) values ($1, $2, $3, now())', [
        ...[kid, { ...jwk, kid, alg: 'ES256', use: 'sig' }, sealed],
      ]);
      this.#current = undefined;
      return { kid, private_sealed: sealed };
    });
  }

  async #young(manager: EntityManager): Promise<Row | undefined> {
    const rows = await manager.query<Row[]>(
      'select kid, private_sealed from signing_key where retired_at is null and created_at > now() - $1::interval order by created_at desc limit 1',
      [rotateAfter],
    );
    return rows[0];
  }

  #opened({ kid, private_sealed: sealed }: Row): SigningKey {
    const jwk = JSON.parse(this.sealer.open(`signing/${kid}`, sealed).toString()) as JsonWebKey;
    return { kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
  }
}
