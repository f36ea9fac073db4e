import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { Sealer } from './sealer.js';

const rotateAfter = '30 days';
/** A key is shown before it signs, so that nobody meets a token whose key could not have been asked for yet. */
const shownBefore = '1 minute';
/** Longer than any token lives, and than another process may go on signing with a key that was retired. */
const shownAfter = '15 minutes';
const cacheMs = 60_000;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}
interface Row {
  readonly kid: string;
  readonly sealed: Buffer;
  readonly old: boolean;
}

/** Identity's own ES256 keys: one signs, the next is announced, retired ones stay public until their last token has ended. */
@Injectable()
export class SigningKeys {
  #current?: { key: SigningKey; until: number };

  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  async current(): Promise<SigningKey> {
    if (this.#current && this.#current.until > Date.now()) return this.#current.key;
    let row = await signing(this.dataSource.manager);
    if (!row || row.old) {
      await this.#renew();
      row = await signing(this.dataSource.manager);
    }
    const key = this.#opened(row!);
    this.#current = { key, until: Date.now() + cacheMs };
    return key;
  }

  async jwks(): Promise<JSONWebKeySet> {
    const rows = await this.dataSource.query<{ public_jwk: JWK }[]>(
      'select public_jwk from signing_key where retired_at is null or retired_at > now() - $1::interval order by created_at desc',
      [shownAfter],
    );
    return { keys: rows.map(({ public_jwk }) => public_jwk) };
  }

  /** Makes the first key, or announces the next one; of two processes that do so at once one waits and finds it done. */
  #renew(): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('identity.signing_key'))`);
      const current = await signing(manager);
      const [next] = await manager.query<unknown[]>('select 1 from signing_key where signs_from > now()');
      if (next || (current && !current.old)) return;
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const jwk = publicKey.export({ format: 'jwk' }) as JWK;
      const kid = await calculateJwkThumbprint(jwk);
      const sealed = this.sealer.seal(`signing/${kid}`, JSON.stringify(privateKey.export({ format: 'jwk' })));
      const wait = current ? shownBefore : '0';
      await manager.query('update signing_key set retired_at = now() + $1::interval where retired_at is null', [wait]);
      await manager.query(
        'insert into signing_key (kid, public_jwk, private_sealed, created_at, signs_from) values ($1, $2, $3, now(), now() + $4::interval)',
        [kid, { ...jwk, kid, alg: 'ES256', use: 'sig' }, sealed, wait],
      );
    });
  }

  #opened({ kid, sealed }: Row): SigningKey {
    const jwk = JSON.parse(this.sealer.open(`signing/${kid}`, sealed).toString()) as JsonWebKey;
    return { kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
  }
}

/** The key that signs now, and whether its time is over. */
async function signing(manager: EntityManager): Promise<Row | undefined> {
  const [row] = await manager.query<[Row | undefined]>(
    `select kid, private_sealed as sealed, created_at < clock_timestamp() - $1::interval as old
     from signing_key where signs_from <= clock_timestamp() order by signs_from desc limit 1`,
    [rotateAfter],
  );
  return row;
}
