import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chinaDay, type Ctx } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** Crockford's letters: none that is read as another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export type ReceiptKind = 'LX' | 'SQ';

/**
 * 查询码 and 校验码 of what a citizen sent in. The check code is worked out from the command's id, so that who clicked twice gets the same
 * answer although only its hash is kept.
 */
@Injectable()
export class CitizenCodes {
  #secret?: string;

  async receipt(manager: EntityManager, kind: ReceiptKind, now: Date): Promise<string> {
    const [{ serial }] = await manager.query<[{ serial: string }]>(`select nextval('receipt_serial') as serial`);
    return `${kind}${chinaDay(now).replaceAll('-', '')}${serial.padStart(8, '0')}`;
  }

  async check(manager: EntityManager, { commandId, operation }: Ctx): Promise<string> {
    const bytes = await this.seal(manager, 'check', operation, commandId);
    return [...bytes.subarray(0, 8)].map((byte) => letters[byte % 32]).join('');
  }

  hash(manager: EntityManager, receipt: string, check: string): Promise<Buffer> {
    return this.seal(manager, 'hash', receipt, check);
  }

  async matches(
    manager: EntityManager,
    { receipt, check }: { readonly receipt: string; readonly check: string },
    kept: Buffer,
  ): Promise<boolean> {
    return timingSafeEqual(await this.hash(manager, receipt, check), kept);
  }

  /** A digest that nobody can work out without the service's own secret. */
  async seal(manager: EntityManager, ...said: readonly string[]): Promise<Buffer> {
    this.#secret ??= (await manager.query<[{ value: string }]>(`select value from portal_secret where name = 'codes'`))[0].value;
    return createHmac('sha256', this.#secret).update(JSON.stringify(said)).digest();
  }
}
