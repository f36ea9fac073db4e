import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { GetItem, ListItems, ItemView } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Item } from './item.entity.js';
import { itemColumns, type ItemFacts, itemView } from './item.view.js';

const unique = { sql: 'item.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListItems['sort']>, Order> = {
  '-registered': { by: [{ sql: 'item.registered_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  name: { by: [{ sql: 'item.name', cast: 'text' }, unique], direction: 'asc' },
};

/** What a caller may see of the items. */
@Injectable()
export class ItemLists {
  constructor(private readonly dataSource: DataSource) {}

  page(request: ListItems, { actor }: Ctx): Promise<Page<ItemView>> {
    const query = this.#seenBy(actor);
    if (request.state) query.andWhere('item.state = :state', { state: request.state });
    return keysetPage(query, request, { orders, view: (raw) => itemView(raw as unknown as ItemFacts, actor) });
  }

  /** @throws DomainError `not_found`, for another body's row too */
  async one({ itemId }: GetItem, { actor }: Ctx): Promise<ItemView> {
    const found = await this.#seenBy(actor).andWhere('item.id = :id', { id: itemId }).getRawOne<ItemFacts>();
    if (!found) throw new DomainError('not_found', { id: itemId });
    return itemView(found, actor);
  }

  #seenBy(actor: Actor): SelectQueryBuilder<Item> {
    const { sql, params } = scopeSql(actor, 'approval.item.read', { org: 'item.org_id' });
    const query = this.dataSource.createQueryBuilder(Item, 'item').select([]).where(sql, params);
    itemColumns.forEach((column) => query.addSelect(`item.${column}`, column));
    return query;
  }
}
