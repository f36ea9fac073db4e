import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { KeyCertificate, NodePost } from '@karez/contracts-exchange';
import { type CryptoProvider, parseCanonical, Sm2PublicKey, verifyDetached } from '@karez/crypto';
import { DomainError, isId } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { Bodies } from '../body/bodies.js';
import { KeyRing } from '../key/key-ring.js';
import { type Peer, rootOwner } from './peer.js';

interface Certified {
  readonly keyId: string;
  readonly owner: string;
  readonly use: 'signature' | 'encryption';
  readonly publicKey: string;
  readonly validFrom: string;
  readonly validUntil: string;
}
const most = 20;

/** Keys of bodies that another node serves, on the word of that node's root key. */
@Injectable()
export class ForeignKeys {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly keys: KeyRing,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** The root key of a node that is being joined; a person has compared its fingerprint. */
  async keepRoot(manager: EntityManager, nodeId: string, { keyId, publicKey, validFrom }: RootKey): Promise<void> {
    const fingerprint = this.crypto.digest(Buffer.from(publicKey, 'hex')).toString('hex');
    await manager.query(
      `insert into body_key (key_id, owner, use, public_key, fingerprint, valid_from, root) values ($1, $2, 'signature', $3, $4, $5, true)
       on conflict do nothing`,
      [keyId, rootOwner(nodeId), publicKey, fingerprint, validFrom],
    );
  }

  /**
   * Believes certificates that the node's root has signed, of bodies that it serves; a later one may cut the time of a key short.
   * @throws DomainError `exchange.letter.signature`, `exchange.letter.sender_mismatch`, `exchange.letter.malformed`
   */
  async take(peer: Peer, certificates: readonly KeyCertificate[], now = new Date()): Promise<void> {
    if (!isShortList(certificates)) throw new DomainError('exchange.letter.malformed', { reason: 'certificates' });
    for (const certificate of certificates) {
      const { body, signature } = certificate;
      if (await this.#isKnown(certificate)) continue;
      if (signature.signer !== rootOwner(peer.nodeId)) throw new DomainError('exchange.letter.sender_mismatch');
      const expected = { purpose: 'exchange.certificate', directory: this.keys, seenAt: now };
      await verifyDetached(this.crypto, Buffer.from(body, 'utf8'), signature, expected).catch((error: unknown) => {
        throw error instanceof DomainError ? new DomainError('exchange.letter.signature', { code: error.code }) : error;
      });
      await this.#keep(peer, certificate, readCertified(body));
    }
  }

  /** What a node has revoked of its own; nothing that was not seen before is believed of these keys from now on. */
  async revoke(peer: Peer, revoked: NonNullable<NodePost['revoked']>, now = new Date()): Promise<void> {
    const [rows] = await this.source.query<[{ keyId: string }[], number]>(
      `update body_key set revoked_at = $3, revoked_reason = '对方节点通知' where key_id = any($1) and revoked_at is null and wrapped is null
         and not root and certificate -> 'signature' ->> 'signer' = $2 returning key_id as "keyId"`,
      [revoked.map(({ keyId }) => keyId), rootOwner(peer.nodeId), now],
    );
    for (const { keyId } of rows) this.keys.forget(keyId);
  }

  /** Revocations of this node's own bodies, for the others. */
  revocations(): Promise<{ keyId: string; revokedAt: string }[]> {
    return this.source.query(
      `select key_id as "keyId", to_char(revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "revokedAt" from body_key
       where revoked_at > now() - interval '400 days' and wrapped is not null order by revoked_at desc limit 100`,
    );
  }

  async #isKnown({ body, signature }: KeyCertificate): Promise<boolean> {
    const known = await this.source.query<unknown[]>(
      `select 1 from body_key where certificate -> 'signature' ->> 'signature' = $1 and certificate ->> 'body' = $2`,
      [signature.signature, body],
    );
    return known.length > 0;
  }

  async #keep(peer: Peer, certificate: KeyCertificate, key: Certified): Promise<void> {
    const owner = await this.bodies.find(this.source.manager, key.owner);
    if (owner?.nodeId !== peer.nodeId) throw new DomainError('exchange.letter.sender_mismatch');
    const fingerprint = this.crypto.digest(Buffer.from(key.publicKey, 'hex')).toString('hex');
    await this.source.query(
      `insert into body_key (key_id, owner, use, public_key, fingerprint, valid_from, valid_until, certificate, root)
       values ($1, $2, $3, $4, $5, $6, $7, $8, false)
       on conflict (key_id) do update set valid_until = excluded.valid_until, certificate = excluded.certificate
       where body_key.wrapped is null and not body_key.root and body_key.owner = excluded.owner and body_key.public_key = excluded.public_key
         and (body_key.certificate -> 'signature' ->> 'signedAt') < (excluded.certificate -> 'signature' ->> 'signedAt')`,
      [key.keyId, key.owner, key.use, key.publicKey, fingerprint, key.validFrom, key.validUntil, JSON.stringify(certificate)],
    );
    this.keys.forget(key.keyId);
  }
}

export interface RootKey {
  readonly keyId: string;
  readonly publicKey: string;
  readonly validFrom: string;
}

const isShortList = (given: unknown): boolean => Array.isArray(given) && given.length <= most;

function readCertified(body: string): Certified {
  const says = parseCanonical(Buffer.from(body, 'utf8')) as unknown as Certified & { v: number };
  const times = [says.validFrom, says.validUntil].every((text) => typeof text === 'string' && !Number.isNaN(Date.parse(text)));
  const named =
    typeof says.keyId === 'string' && says.keyId.length <= 80 && isId(says.owner) && ['signature', 'encryption'].includes(says.use);
  if (says.v !== 1 || !times || !named || !/^04[0-9a-f]{128}$/.test(says.publicKey))
    throw new DomainError('exchange.letter.malformed', { reason: 'certificate' });
  Sm2PublicKey.fromBytes(Buffer.from(says.publicKey, 'hex')); // a point that is not on the curve is refused here
  return says;
}
