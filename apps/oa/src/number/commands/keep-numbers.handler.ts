import { Injectable } from '@nestjs/common';
import type { PutNumberRule, ReserveNumbers, VoidNumber } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { NumberLedger, numberText } from '../number-ledger.js';

type Kept = { readonly serials: readonly number[] };

/** 文号规则、预留、作废. */
@Injectable()
export class KeepNumbersHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: NumberLedger,
  ) {}

  putRule({ orgId, code, purpose }: PutNumberRule, ctx: Ctx): Promise<Kept> {
    return this.#run(orgId, ctx, async ({ manager }) => {
      await manager.query(
        'insert into number_rule (org_id, code, purpose) values ($1, $2, $3) on conflict (org_id, code) do update set purpose = $3',
        [...[orgId, code, purpose]],
      );
      return [];
    });
  }
  reserve({ orgId, code, count, reason }: ReserveNumbers, ctx: Ctx): Promise<Kept> {
    return this.#run(orgId, ctx, (tx) => this.ledger.reserve(tx, orgId, { code, count, reason }));
  }
  /** @throws DomainError `oa.number.taken`, `oa.number.not_reserved` */
  void({ orgId, code, year, serial, reason }: VoidNumber, ctx: Ctx): Promise<Kept> {
    return this.#run(orgId, ctx, async ({ manager }) => {
      const [, changed] = await manager.query<[unknown[], number]>(
        `update number_ledger set state = 'void', reason = $5, by_id = $6, by_name = $7, at = $8
         where org_id = $1 and code = $2 and year = $3 and serial = $4 and state = 'reserved'`,
        [orgId, code, year, serial, reason, ctx.actor.id, ctx.actor.name, ctx.now],
      );
      if (!changed) {
        const there = await manager.query<object[]>(
          'select 1 from number_ledger where org_id = $1 and code = $2 and year = $3 and serial = $4',
          [...[orgId, code, year, serial]],
        );
        throw new DomainError(there.length ? 'oa.number.taken' : 'oa.number.not_reserved', { number: numberText(code, year, serial) });
      }
      return [serial];
    });
  }

  #run(orgId: string, ctx: Ctx, work: (tx: Tx) => Promise<readonly number[]>): Promise<Kept> {
    return this.unitOfWork.run(ctx, async (tx) => {
      if (!(await tx.reaches('oa.number.write', orgId))) throw new DomainError('auth.out_of_scope');
      const serials = await work(tx);
      tx.touch('number_rule', orgId);
      return { serials };
    });
  }
}
