import { Inject, Injectable } from '@nestjs/common';
import type { KeyCertificate } from '@karez/contracts-exchange';
import { canonicalBytes, type CryptoProvider, signDetached, type SigningKey } from '@karez/crypto';
import { newId } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { ExchangeConfig } from '../config.js';
import { contextOf, type KeyRow } from './key-row.js';
import { KeyRing } from './key-ring.js';

/** Body keys live two years; the next one is made a month before (key/ensure-keys.job.ts). */
const lifeMs = 2 * 365 * 86_400_000;
interface Owner {
  readonly id: string;
  readonly name: string;
}
interface Certified extends Pick<KeyRow, 'keyId' | 'use' | 'publicKey' | 'validFrom'> {
  readonly owner: Owner;
  readonly validUntil: Date;
}
interface NewKey {
  readonly use: 'signature' | 'encryption';
  readonly validFrom: Date;
  /** Whose signature makes the certificate; none for the root itself. */
  readonly root: SigningKey | null;
  readonly at: Date;
}

/** Makes key pairs; the private half rests wrapped under the master key, the public half under the root's certificate. */
@Injectable()
export class KeyMaker {
  constructor(
    private readonly ring: KeyRing,
    private readonly config: ExchangeConfig,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** @returns its key id */
  async make(manager: EntityManager, owner: Owner, { use, validFrom, root, at }: NewKey): Promise<string> {
    const keyId = `${use === 'signature' ? 's' : 'e'}-${newId()}`;
    const secret = await this.crypto.generateKey('sm2');
    const point = secret.publicKey.toBytes();
    const validUntil = root ? new Date(validFrom.getTime() + lifeMs) : null;
    const publicKey = point.toString('hex');
    const certificate = root && (await this.certify({ keyId, owner, use, publicKey, validFrom, validUntil: validUntil! }, root, at));
    await manager.query(
      `insert into body_key (key_id, owner, use, public_key, fingerprint, wrapped, valid_from, valid_until, certificate, root)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[keyId, owner.id, use, publicKey, this.crypto.digest(point).toString('hex')],
        ...[await this.crypto.wrapKey(secret, contextOf(owner.id, keyId)), validFrom, validUntil, certificate, root === null],
      ],
    );
    return keyId;
  }

  /** The root key of this node, made when it is missing. */
  async root(manager: EntityManager, validFrom: Date): Promise<SigningKey> {
    const [found] = await manager.query<unknown[]>('select 1 from body_key where root and wrapped is not null');
    const { nodeId, nodeName } = this.config;
    if (!found)
      await this.make(manager, { id: `node:${nodeId}`, name: nodeName }, { use: 'signature', validFrom, root: null, at: validFrom });
    return (await this.ring.rootKey(manager)).key;
  }

  /** Vouches for a public key and the time it is valid in; again when that time is cut short. */
  async certify(key: Certified, root: SigningKey, signedAt: Date): Promise<KeyCertificate> {
    const body = canonicalBytes({
      ...{ v: 1, keyId: key.keyId, owner: key.owner.id, ownerName: key.owner.name, use: key.use, publicKey: key.publicKey },
      ...{ validFrom: key.validFrom.toISOString(), validUntil: key.validUntil.toISOString() },
    });
    const signature = await signDetached(this.crypto, body, { purpose: 'exchange.certificate', signedAt }, root);
    return { body: body.toString('utf8'), signature };
  }
}
