import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { BulletinOf, BulletinRow, BulletinView, ListBulletins, SupervisionBoard } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

const orders: Readonly<Record<string, Order>> = {
  '-issued': { by: [{ sql: 'bulletin.issued_at', cast: 'timestamptz' }, { sql: 'bulletin.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
interface Row {
  readonly id: string;
  readonly year: number;
  readonly issue: number;
  readonly title: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly by_name: string;
  readonly issued_at: Date;
  readonly text: string | null;
  readonly board: SupervisionBoard;
}

/** 督查通报 that were issued: what stood in them stands. */
@Injectable()
export class SupervisionBulletins {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListBulletins, { actor }: Ctx): Promise<Page<BulletinRow>> {
    return keysetPage(this.#seenBy(actor), request, { orders, view: (raw) => bulletinRow(raw as unknown as Row) });
  }

  /** @throws DomainError `not_found` */
  async view({ bulletinId }: BulletinOf, { actor }: Ctx): Promise<BulletinView> {
    const query = this.#seenBy(actor).addSelect('bulletin.text', 'text').addSelect('bulletin.board', 'board');
    const row = await query.andWhere('bulletin.id = :bulletinId', { bulletinId }).getRawOne<Row>();
    if (!row) throw new DomainError('not_found', { id: bulletinId });
    return { ...bulletinRow(row), ...(row.text && { text: row.text }), board: row.board };
  }

  #seenBy(actor: Ctx['actor']): SelectQueryBuilder<ObjectLiteral> {
    const { sql, params } = scopeSql(actor, 'oa.supervision.read', { org: 'bulletin.org_id' });
    const query = this.source.createQueryBuilder().select('bulletin.id', 'id').from('supervision_bulletin', 'bulletin').where(sql, params);
    for (const column of ['year', 'issue', 'title', 'by_name', 'issued_at']) query.addSelect(`bulletin.${column}`, column);
    return query.addSelect('bulletin.from_day::text', 'from_day').addSelect('bulletin.to_day::text', 'to_day');
  }
}

const bulletinRow = ({ id, year, issue, title, from_day, to_day, by_name, issued_at }: Row): BulletinRow => ({
  ...{ id, year, issue, title, from: from_day, to: to_day, byName: by_name, issuedAt: issued_at.toISOString() },
});
