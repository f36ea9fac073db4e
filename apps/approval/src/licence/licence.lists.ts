import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { LicenceRow, LicenceState, ListLicences } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import { chinaDay, type Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Licence } from './licence.entity.js';
import { licenceStateAt, renewalHorizon } from './term.js';

const unique = { sql: 'licence.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListLicences['sort']>, Order> = {
  '-issued': { by: [{ sql: 'licence.issued_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  until: { by: [{ sql: 'licence.valid_until', cast: 'text' }, unique], direction: 'asc' },
};
const stateSql: Readonly<Record<LicenceState, string>> = {
  valid: 'licence.revoked_at is null and licence.valid_until >= :today',
  expired: 'licence.revoked_at is null and licence.valid_until < :today',
  revoked: 'licence.revoked_at is not null',
};

/** Licences as the offices see them, and the holder's own. */
@Injectable()
export class LicenceLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListLicences, ctx: Ctx): Promise<Page<LicenceRow>> {
    return keysetPage(this.shown(request, ctx), request, { orders, view: viewer(ctx.now) });
  }

  shown(request: ListLicences, ctx: Ctx): SelectQueryBuilder<Licence> {
    const { sql, params } = scopeSql(ctx.actor, 'approval.licence.read', { org: 'licence.org_id' });
    return this.#filtered(request, ctx).andWhere(sql, params);
  }

  mine(request: ListLicences, ctx: Ctx): Promise<Page<LicenceRow>> {
    const query = this.#filtered(request, ctx).andWhere('licence.applicant_id = :holder', { holder: ctx.actor.id });
    return keysetPage(query, request, { orders, view: viewer(ctx.now) });
  }

  #filtered({ state, itemCode, q }: ListLicences, { now }: Ctx): SelectQueryBuilder<Licence> {
    const query = columns.reduce(
      (selected, column) => selected.addSelect(`licence.${column}`, column),
      this.source.createQueryBuilder(Licence, 'licence').select([]),
    );
    query.where('true');
    if (state) query.andWhere(stateSql[state], { today: chinaDay(now) });
    if (itemCode) query.andWhere('licence.item_code = :itemCode', { itemCode });
    if (q)
      query.andWhere('(licence.number ilike :q or licence.holder_name ilike :q or licence.item_name ilike :q)', {
        q: `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      });
    return query;
  }
}

const columns = [
  ...(['id', 'caseId', 'name', 'number', 'holderName', 'itemCode', 'itemName', 'verifyCode', 'revokedAt', 'revokedReason'] as const),
  ...(['validFrom', 'validUntil'] as const),
] as const satisfies readonly (keyof Licence)[];
type Columns = Pick<Licence, (typeof columns)[number]>;

export function licenceRow(licence: Columns, now: Date): LicenceRow {
  const { id, caseId, name, number, holderName, itemCode, itemName, verifyCode, revokedReason, validFrom, validUntil } = licence;
  const state = licenceStateAt(licence, now);
  return {
    ...{ id, caseId, name, number, holderName, itemCode, itemName, state, validFrom, validUntil, verifyCode },
    renewalDue: state === 'valid' && validUntil <= renewalHorizon(now),
    ...(revokedReason && { revokedReason }),
  };
}
const viewer = (now: Date) => (raw: Record<string, unknown>) => licenceRow(raw as unknown as Columns, now);
