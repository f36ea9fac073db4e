import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { OutgoingRow, ListOutgoing } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { documentScope } from './document-desk.js';
import { OutgoingDocument } from './outgoing-document.entity.js';

const by = (column: string): Order => ({
  by: [{ sql: `document.${column}`, cast: 'timestamptz' }, { sql: 'document.id', cast: 'uuid' }], // prettier-ignore
  direction: 'desc',
});
export const documentOrders: Readonly<Record<NonNullable<ListOutgoing['sort']>, Order>> = {
  '-moved': by('moved_at'),
  '-drafted': by('drafted_at'),
};
const columns = ['id', 'title', 'genre', 'urgency', 'state', 'number', 'org_id', 'drafter_name', 'drafted_at', 'moved_at'];

/** 发文 as their readers find them. */
@Injectable()
export class DocumentLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListOutgoing, { actor }: Ctx): Promise<Page<OutgoingRow>> {
    const { tab, state, q } = request;
    const query = this.source.createQueryBuilder(OutgoingDocument, 'document').select([]);
    columns.forEach((column) => query.addSelect(`document.${column}`, column));
    query
      .addSelect('(select name from org_copy where org_copy.id = document.org_id)', 'org_name')
      .addSelect(
        `(select coalesce(array_agg(name order by opened_at), '{}') from handling_step turn where turn.subject_id = document.id and turn.state = 'open')`,
        'waiting',
      );
    if (tab === 'mine') query.where('document.drafter_id = :readerId', { readerId: actor.id });
    else if (tab === 'handled')
      query.where('document.id in (select turn.subject_id from handling_step turn where turn.person_id = :readerId)', {
        readerId: actor.id,
      });
    else {
      const { sql, params } = documentScope(actor);
      query.where(sql, params);
    }
    if (state) query.andWhere('document.state = :state', { state });
    if (q?.trim())
      query.andWhere('(document.title ilike :q or document.number ilike :q)', { q: `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` });
    return keysetPage(query, request, { orders: documentOrders, view });
  }
}

const view = (raw: Record<string, unknown>): OutgoingRow => ({
  ...{
    id: raw.id as string,
    title: raw.title as string,
    genre: raw.genre as OutgoingRow['genre'],
    urgency: raw.urgency as OutgoingRow['urgency'],
  },
  ...{ state: raw.state as OutgoingRow['state'], orgId: raw.org_id as string, orgName: (raw.org_name as string | null) ?? '' },
  ...{
    drafterName: raw.drafter_name as string,
    draftedAt: (raw.drafted_at as Date).toISOString(),
    movedAt: (raw.moved_at as Date).toISOString(),
  },
  waitingFor: raw.waiting as string[],
  ...(raw.number ? { number: raw.number as string } : {}),
});
