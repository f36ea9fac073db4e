import { createHash } from 'node:crypto';
import type { ListRequest, Page } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** One way to order a list: SQL expressions of which the last is unique, so that the order is total. Never from user input. */
export interface Order {
  readonly by: readonly { readonly sql: string; readonly cast: 'text' | 'timestamptz' | 'uuid' | 'int' | 'bigint' }[];
  readonly direction: 'asc' | 'desc';
}
export interface ListShape<Row> {
  /** The orders that a caller may name in `sort`; the first is the default. */
  readonly orders: Readonly<Record<string, Order>>;
  readonly view: (raw: Record<string, unknown>) => Row;
}
const defaultLimit = 50;

/**
 * Reads one keyset page: a query that already carries scope and filters, ordered and cut after the cursor. The cursor
 * is opaque, bound to the order it was made with, and holds no more than the keys of the last row.
 * @throws DomainError `list.cursor_invalid`
 */
export async function keysetPage<E extends ObjectLiteral, Row>(
  query: SelectQueryBuilder<E>,
  request: ListRequest & { readonly sort?: string },
  { orders, view }: ListShape<Row>,
): Promise<Page<Row>> {
  const sort = request.sort ?? Object.keys(orders)[0]!;
  const order = orders[sort]!;
  const limit = request.limit ?? defaultLimit;
  order.by.forEach(({ sql }, index) =>
    query.addSelect(`(${sql})::text`, `keyset_${index}`).addOrderBy(sql, order.direction === 'asc' ? 'ASC' : 'DESC'),
  );
  if (request.after) cutAfter(query, order, readCursor(request.after, sort, order.by.length));
  const rows: Record<string, unknown>[] = await query.limit(limit + 1).getRawMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const page: Page<Row> = { items: items.map(view) };
  if (rows.length > limit && last)
    page.next = writeCursor(
      sort,
      order.by.map((_, index) => last[`keyset_${index}`] as string),
    );
  return page;
}

function cutAfter<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, order: Order, keys: readonly string[]): void {
  const columns = order.by.map(({ sql }) => sql).join(', ');
  const values = order.by.map(({ cast }, index) => `:keyset_${index}::${cast}`).join(', ');
  query.andWhere(
    `(${columns}) ${order.direction === 'asc' ? '>' : '<'} (${values})`,
    Object.fromEntries(keys.map((key, index) => [`keyset_${index}`, key])),
  );
}

const fingerprint = (sort: string): string => createHash('sha256').update(sort).digest('base64url').slice(0, 6);
const writeCursor = (sort: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([fingerprint(sort), ...keys])).toString('base64url');

function readCursor(cursor: string, sort: string, length: number): string[] {
  try {
    const [mark, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (mark === fingerprint(sort) && keys.length === length && keys.every((key) => typeof key === 'string')) return keys;
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('list.cursor_invalid');
}
