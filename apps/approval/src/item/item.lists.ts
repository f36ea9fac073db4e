import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { askDecisionTable, type AskTable, type GetItem, type ItemRow, type ItemSheet, type ItemView, type ListItems, type TableAnswer } from '@karez/contracts-approval'; // prettier-ignore
import type { Page } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Item } from './item.entity.js';

const unique = { sql: 'item.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListItems['sort']>, Order> = {
  code: { by: [{ sql: 'item.code', cast: 'text' }, unique], direction: 'asc' },
  name: { by: [{ sql: 'item.name', cast: 'text' }, unique], direction: 'asc' },
};
interface Published {
  readonly id: string;
  readonly version: number;
  readonly open: boolean;
  readonly windowOrgId: string;
  readonly sheet: ItemSheet;
  readonly publishedAt: Date;
}

/** The public catalogue: whoever asks sees the same. */
@Injectable()
export class ItemLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListItems): Promise<Page<ItemRow>> {
    const query = this.source.createQueryBuilder(Item, 'item').select([]);
    query.innerJoin('item_version', 'said', 'said.item_id = item.id and said.version = item.published_version');
    query.addSelect('said.sheet', 'sheet').addSelect('item.published_version', 'version').addSelect('item.open', 'open');
    if (request.q) query.andWhere('(item.name ilike :q or item.code ilike :q)', { q: `%${request.q.replace(/[\\%_]/g, '\\$&')}%` });
    if (request.category) query.andWhere('item.category = :category', { category: request.category });
    if (request.applicant) query.andWhere(':applicant = any(item.applicants)', { applicant: request.applicant });
    return keysetPage(query, request, { orders, view: (raw) => itemRow(raw as unknown as Published) });
  }

  async one({ code, version }: GetItem): Promise<ItemView> {
    const { id, sheet, windowOrgId, open, publishedAt, version: found } = await this.published(code, version);
    return { ...sheet, id, windowOrgId, open, version: found, publishedAt: publishedAt.toISOString() };
  }

  async row(code: string): Promise<ItemRow> {
    return itemRow(await this.published(code));
  }

  async ask({ code, version, values }: AskTable): Promise<TableAnswer> {
    const { decisionTable } = (await this.published(code, version)).sheet;
    const row = decisionTable && askDecisionTable(decisionTable, values);
    return row ? { outcome: row.outcome, text: row.text, basis: decisionTable.basis } : {};
  }

  /** @throws DomainError `approval.item.unknown` */
  async published(code: string, version?: number): Promise<Published> {
    const [found] = await this.source.query<Published[]>(
      `select item.id, item.open, item.window_org_id as "windowOrgId", said.version, said.sheet, said.published_at as "publishedAt"
       from item join item_version said on said.item_id = item.id and said.version = coalesce($2, item.published_version)
       where item.code = $1`,
      [code, version ?? null],
    );
    if (!found) throw new DomainError('approval.item.unknown', { code });
    return found;
  }
}

function itemRow({ sheet, version, open }: Pick<Published, 'sheet' | 'version' | 'open'>): ItemRow {
  const { code, name, category, kind, authority, statutoryDays, promisedDays, applicants } = sheet;
  return { code, name, category, kind, authority, version, statutoryDays, promisedDays, applicants, open };
}
