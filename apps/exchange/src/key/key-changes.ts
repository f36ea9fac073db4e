import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { chinaClock } from '../china-clock.js';
import type { Body } from '../body/body.js';
import { KeyMaker } from './key-maker.js';
import { type KeyRow, keyColumns } from './key-row.js';
import { lockKeys } from './wanted-keys.js';

/**
 * An act that read the old key a moment before the new one was there signs with it, at a time that is already the new one's. The old key's
 * time therefore ends when every such act has ended; nothing chooses it any more.
 */
const overlapMs = 60_000;

/** A security administrator's acts on the keys of a body. */
@Injectable()
export class KeyChanges {
  constructor(private readonly maker: KeyMaker) {}

  /** 更换: a new key at once; what the old one has signed stays valid. @returns the new key's id */
  async rotate(tx: Tx, { id, name }: Body, use: KeyRow['use']): Promise<string> {
    const { manager, ctx } = tx;
    await lockKeys(manager);
    const root = await this.maker.root(manager, ctx.now);
    const until = new Date(ctx.now.getTime() + overlapMs);
    const running = await manager.query<KeyRow[]>(
      `select ${keyColumns} from body_key where owner = $1 and use = $2 and wrapped is not null and revoked_at is null and valid_until > $3 for update`,
      [id, use, until],
    );
    for (const key of running) {
      // one that was made ahead of its time never begins
      const validUntil = key.validFrom > until ? key.validFrom : until;
      const certificate = await this.maker.certify({ ...key, owner: { id, name }, validUntil }, root, ctx.now);
      await manager.query('update body_key set valid_until = $2, certificate = $3 where key_id = $1', [key.keyId, validUntil, certificate]);
      tx.touch('body_key', key.keyId);
    }
    const keyId = await this.maker.make(manager, { id, name }, { use, validFrom: ctx.now, root, at: ctx.now });
    tx.touch('body_key', keyId);
    return keyId;
  }

  /**
   * 撤销: from now on nothing is believed of this key that was not seen before.
   * @throws DomainError `exchange.key.unknown` also where the caller does not reach, `exchange.key.revoked`
   */
  async revoke(tx: Tx, keyId: string, reason: string): Promise<void> {
    const { manager, ctx } = tx;
    await lockKeys(manager);
    const [key] = await manager.query<KeyRow[]>(`select ${keyColumns} from body_key where key_id = $1 and not root for update`, [keyId]);
    if (!key || !(await tx.reaches('exchange.key.write', key.owner))) throw new DomainError('exchange.key.unknown');
    if (key.revokedAt) throw new DomainError('exchange.key.revoked', { revokedAt: chinaClock(key.revokedAt) });
    await manager.query('update body_key set revoked_at = $2, revoked_reason = $3 where key_id = $1', [keyId, ctx.now, reason]);
    tx.touch('body_key', keyId);
  }
}
