import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { LetterRow, ListLetters, ListPublicLetters, PublicLetter } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { PublicSites } from '../reading/public-sites.js';
import { letterScope } from './letter-desk.js';
import { Letter } from './letter.entity.js';
import { letterRow, type RowOf } from './letter.view.js';

/** What is still to be answered comes first, the most urgent at the top. */
export const staffOrders: Readonly<Record<'due' | '-received', Order>> = {
  due: {
    by: [
      { sql: `(case when letter.state in ('answered', 'closed') then 1 else 0 end)`, cast: 'int' },
      { sql: 'letter.due_at', cast: 'timestamptz' },
      { sql: 'letter.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
  '-received': { by: [{ sql: 'letter.received_at', cast: 'timestamptz' }, { sql: 'letter.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const publicOrders: Readonly<Record<string, Order>> = {
  '-answered': { by: [{ sql: 'letter.answered_at', cast: 'timestamptz' }, { sql: 'letter.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const orgName = '(select org.name from org_copy org where org.id = letter.org_id)';
const staffColumns = 'id, site_id, receipt, kind, letter_class, subject, state, org_id, received_at, due_at'.split(', ');
/** All that ever leaves for everybody. */
const publicColumns = ['id', 'kind', 'subject', 'text', 'reply', 'received_at', 'answered_at', 'satisfaction'];

/** 来信 for staff, and those whose writers agreed to be read for everybody. */
@Injectable()
export class LetterLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sites: PublicSites,
  ) {}

  page(request: ListLetters, { actor, now }: Ctx): Promise<Page<LetterRow>> {
    const { sql, params } = letterScope(actor, 'portal.letter.read');
    const query = this.#select(staffColumns).where(sql, params);
    const { siteId, state, kind } = request;
    if (siteId) query.andWhere('letter.site_id = :siteId', { siteId });
    if (state) query.andWhere('letter.state = :state', { state });
    if (kind) query.andWhere('letter.kind = :kind', { kind });
    return keysetPage(query, request, {
      orders: staffOrders,
      view: (raw) => letterRow(rowOf(raw), (raw.org_name as string | null) ?? '', now),
    });
  }

  async public(request: ListPublicLetters): Promise<Page<PublicLetter>> {
    const { id: siteId } = await this.sites.byCode(request.site);
    return keysetPage(this.published(siteId, request.kind), request, { orders: publicOrders, view: publicLetter });
  }

  published(siteId: string, kind?: ListPublicLetters['kind']): SelectQueryBuilder<Letter> {
    const query = this.#select(publicColumns).where('letter.published and letter.site_id = :siteId', { siteId });
    return kind ? query.andWhere('letter.kind = :kind', { kind }) : query;
  }

  #select(columns: readonly string[]): SelectQueryBuilder<Letter> {
    const query = this.source.createQueryBuilder(Letter, 'letter').select([]);
    columns.forEach((column) => query.addSelect(`letter.${column}`, column));
    return query.addSelect(orgName, 'org_name');
  }
}

const rowOf = (raw: Record<string, unknown>): RowOf => ({
  ...{ id: raw.id as string, siteId: raw.site_id as string, receipt: raw.receipt as string, kind: raw.kind as RowOf['kind'] },
  ...{ letterClass: raw.letter_class as RowOf['letterClass'], subject: raw.subject as string, state: raw.state as RowOf['state'] },
  ...{ orgId: raw.org_id as string, receivedAt: raw.received_at as Date, dueAt: raw.due_at as Date },
});
const publicLetter = (raw: Record<string, unknown>): PublicLetter => ({
  ...{ id: raw.id as string, kind: raw.kind as PublicLetter['kind'], subject: raw.subject as string, text: raw.text as string },
  ...{ reply: raw.reply as string, unit: (raw.org_name as string | null) ?? '' },
  ...{ receivedAt: (raw.received_at as Date).toISOString(), answeredAt: (raw.answered_at as Date).toISOString() },
  ...(raw.satisfaction !== null && { satisfaction: raw.satisfaction as number }),
});
