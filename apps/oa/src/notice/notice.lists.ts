import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { GetNotice, ListNotices, NoticeView } from '@karez/contracts-oa';
import type { Page } from '@karez/contracts-kernel';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Notice } from './notice.entity.js';
import { noticeColumns, type NoticeFacts, noticeView } from './notice.view.js';

const unique = { sql: 'notice.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListNotices['sort']>, Order> = {
  '-registered': { by: [{ sql: 'notice.registered_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  name: { by: [{ sql: 'notice.name', cast: 'text' }, unique], direction: 'asc' },
};

/** What a caller may see of the notices. */
@Injectable()
export class NoticeLists {
  constructor(private readonly dataSource: DataSource) {}

  page(request: ListNotices, { actor }: Ctx): Promise<Page<NoticeView>> {
    const query = this.#seenBy(actor);
    if (request.state) query.andWhere('notice.state = :state', { state: request.state });
    return keysetPage(query, request, { orders, view: (raw) => noticeView(raw as unknown as NoticeFacts, actor) });
  }

  /** @throws DomainError `not_found`, for another body's row too */
  async one({ noticeId }: GetNotice, { actor }: Ctx): Promise<NoticeView> {
    const found = await this.#seenBy(actor).andWhere('notice.id = :id', { id: noticeId }).getRawOne<NoticeFacts>();
    if (!found) throw new DomainError('not_found', { id: noticeId });
    return noticeView(found, actor);
  }

  #seenBy(actor: Actor): SelectQueryBuilder<Notice> {
    const { sql, params } = scopeSql(actor, 'oa.notice.read', { org: 'notice.org_id' });
    const query = this.dataSource.createQueryBuilder(Notice, 'notice').select([]).where(sql, params);
    noticeColumns.forEach((column) => query.addSelect(`notice.${column}`, column));
    return query;
  }
}
