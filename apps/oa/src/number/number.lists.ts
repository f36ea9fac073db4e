import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { ListNumberRules, ListNumbers, NumberEntries, NumberEntry, NumberRules } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { numberText, yearOf } from './number-ledger.js';

const orders: Readonly<Record<string, Order>> = { '-serial': { by: [{ sql: 'entry.serial', cast: 'int' }], direction: 'desc' } };

/** 文号规则 and the ledger, as the office of a body reads them. */
@Injectable()
export class NumberLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async rules({ orgId }: ListNumberRules, { actor, now }: Ctx): Promise<NumberRules> {
    const { sql, params } = scopeSql(actor, 'oa.document.office', { org: 'rule.org_id' });
    const query = this.source
      .createQueryBuilder()
      .select(['rule.org_id as "orgId"', 'rule.code as code', 'rule.purpose as purpose'])
      .addSelect(`coalesce((select name from org_copy where org_copy.id = rule.org_id), '')`, 'orgName')
      .addSelect('coalesce(counter.last, 0)', 'last')
      .addSelect(
        `array(select serial from generate_series(1, coalesce(counter.last, 0)) serial where not exists (select 1 from number_ledger entry
           where entry.org_id = rule.org_id and entry.code = rule.code and entry.year = :year and entry.serial = serial))`,
        'gaps',
      )
      .from('number_rule', 'rule')
      .leftJoin('number_counter', 'counter', 'counter.org_id = rule.org_id and counter.code = rule.code and counter.year = :year')
      .where(sql, { ...params, year: yearOf(now) })
      .orderBy('rule.code')
      .limit(500);
    if (orgId) query.andWhere('rule.org_id = :orgId', { orgId });
    return { items: await query.getRawMany() };
  }

  page(request: ListNumbers, { actor }: Ctx): Promise<Page<NumberEntry>> {
    const { orgId, code, year, state } = request;
    const query = this.#entries(actor).andWhere('entry.org_id = :orgId and entry.code = :code and entry.year = :year', {
      orgId,
      code,
      year,
    });
    if (state) query.andWhere('entry.state = :state', { state });
    return keysetPage(query, request, { orders, view: entryView });
  }

  async some(orgId: string, code: string, serials: readonly number[], { actor, now }: Ctx, year = yearOf(now)): Promise<NumberEntries> {
    const query = this.#entries(actor).andWhere(
      'entry.org_id = :orgId and entry.code = :code and entry.year = :year and entry.serial = any(:serials)',
      {
        ...{ orgId, code, year, serials },
      },
    );
    return { items: (await query.orderBy('entry.serial').getRawMany<Record<string, unknown>>()).map(entryView) };
  }

  #entries(actor: Ctx['actor']): SelectQueryBuilder<ObjectLiteral> {
    const { sql, params } = scopeSql(actor, 'oa.document.office', { org: 'entry.org_id' });
    const query = this.source.createQueryBuilder().select('entry.org_id', 'org_id').from('number_ledger', 'entry').where(sql, params);
    for (const column of ['code', 'year', 'serial', 'state', 'document_id', 'reason', 'by_name', 'at'])
      query.addSelect(`entry.${column}`, column);
    return query.addSelect('(select title from outgoing_document document where document.id = entry.document_id)', 'title');
  }
}

const entryView = (raw: Record<string, unknown>): NumberEntry => ({
  ...{ orgId: raw.org_id as string, code: raw.code as string, year: raw.year as number, serial: raw.serial as number },
  ...{ text: numberText(raw.code as string, raw.year as number, raw.serial as number), state: raw.state as NumberEntry['state'] },
  ...{ byName: raw.by_name as string, at: (raw.at as Date).toISOString() },
  ...(raw.document_id ? { documentId: raw.document_id as string } : {}),
  ...(raw.title ? { title: raw.title as string } : {}),
  ...(raw.reason ? { reason: raw.reason as string } : {}),
});
