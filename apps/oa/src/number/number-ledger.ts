import { Injectable } from '@nestjs/common';
import { chinaDay, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';

/** 新水办〔2026〕128号: 机关代字, year in full, serial without leading zeros (GB/T 9704-2012 7.2.5). */
export const numberText = (code: string, year: number, serial: number): string => `${code}〔${year}〕${serial}号`;
export const yearOf = (now: Date): number => Number(chinaDay(now).slice(0, 4));

interface Wanted {
  readonly code: string;
  readonly documentId: string;
  /** One that was reserved. */
  readonly serial?: number | undefined;
}

/** 文号台账: every serial of a body's year is reserved, used or void, none twice and none left out; a void one is never given again. */
@Injectable()
export class NumberLedger {
  /** @returns the number in words @throws DomainError `oa.number.rule_unknown`, `oa.number.not_reserved`, `oa.number.taken` */
  async give(tx: Tx, orgId: string, { code, serial, documentId }: Wanted): Promise<string> {
    const year = yearOf(tx.ctx.now);
    await this.assertRule(tx, orgId, code);
    if (serial !== undefined) return this.#giveReserved(tx, orgId, { code, serial, documentId }, year);
    const [next] = await this.next(tx, orgId, code, 1);
    await this.#write(tx, { orgId, code, year, serial: next! }, 'used', documentId);
    return numberText(code, year, next!);
  }

  /** The next serials of the year: the counter's row is held until the commit, so that two never take the same and a failed one leaves no gap. */
  async next({ manager, ctx }: Tx, orgId: string, code: string, count: number): Promise<number[]> {
    const [{ last }] = await manager.query<[{ last: number }]>(
      `insert into number_counter (org_id, code, year, last) values ($1, $2, $3, $4)
       on conflict (org_id, code, year) do update set last = number_counter.last + $4 returning last`,
      [orgId, code, yearOf(ctx.now), count],
    );
    return Array.from({ length: count }, (_, index) => last - count + 1 + index);
  }

  /** 预留. */
  async reserve(
    tx: Tx,
    orgId: string,
    { code, count, reason }: { readonly code: string; readonly count: number; readonly reason: string },
  ): Promise<number[]> {
    await this.assertRule(tx, orgId, code);
    const serials = await this.next(tx, orgId, code, count);
    for (const serial of serials) await this.#write(tx, { orgId, code, year: yearOf(tx.ctx.now), serial }, 'reserved', undefined, reason);
    return serials;
  }

  /** 作废 of a document that had one. */
  async voidOf({ manager, ctx }: Tx, documentId: string, reason: string): Promise<void> {
    await manager.query(
      `update number_ledger set state = 'void', reason = $2, by_id = $3, by_name = $4, at = $5 where document_id = $1 and state = 'used'`,
      [documentId, reason, ctx.actor.id, ctx.actor.name, ctx.now],
    );
  }

  /** @throws DomainError `oa.number.rule_unknown` */
  async assertRule({ manager }: Tx, orgId: string, code: string): Promise<void> {
    const [rule] = await manager.query<object[]>('select 1 from number_rule where org_id = $1 and code = $2', [orgId, code]);
    if (!rule) throw new DomainError('oa.number.rule_unknown', { code });
  }

  async #giveReserved({ manager, ctx }: Tx, orgId: string, { code, serial, documentId }: Required<Wanted>, year: number): Promise<string> {
    const number = numberText(code, year, serial);
    const [, taken] = await manager.query<[unknown[], number]>(
      `update number_ledger set state = 'used', document_id = $5, by_id = $6, by_name = $7, at = $8
       where org_id = $1 and code = $2 and year = $3 and serial = $4 and state = 'reserved'`,
      [orgId, code, year, serial, documentId, ctx.actor.id, ctx.actor.name, ctx.now],
    );
    if (taken) return number;
    const [there] = await manager.query<object[]>(
      'select 1 from number_ledger where org_id = $1 and code = $2 and year = $3 and serial = $4',
      [...[orgId, code, year, serial]],
    );
    throw new DomainError(there ? 'oa.number.taken' : 'oa.number.not_reserved', { number });
  }

  async #write(
    { manager, ctx }: Tx,
    { orgId, code, year, serial }: { readonly orgId: string; readonly code: string; readonly year: number; readonly serial: number },
    state: 'reserved' | 'used',
    documentId?: string,
    reason?: string,
  ): Promise<void> {
    await manager.query(
      `insert into number_ledger (org_id, code, year, serial, state, document_id, reason, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [orgId, code, year, serial, state, documentId ?? null, reason ?? null, ctx.actor.id, ctx.actor.name, ctx.now],
    );
  }
}
