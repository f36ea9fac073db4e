import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import { type CountTodos, type ListTodos, type TodoCell, type TodoCounts, type TodoRow } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { type Desk, Desks, openOn } from './desks.js';
import { lampBounds, lampCase, lampRange } from './todo-lamp.js';
import { type RawTodo, todoColumns, todoRow } from './todo.view.js';

/** Each follows an index of a desk, so that a page is read by merging ranges and nothing is sorted. */
export const todoOrders: Readonly<Record<NonNullable<ListTodos['sort']>, Order>> = {
  due: {
    by: [
      { sql: 'todo.due_key', cast: 'timestamptz' },
      { sql: 'todo.id', cast: 'uuid' },
    ],
    direction: 'asc',
  },
  '-opened': {
    by: [
      { sql: 'todo.opened_at', cast: 'timestamptz' },
      { sql: 'todo.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
/** The same order within each desk: PostgreSQL merges only branches that come in it. */
export const deskOrder: Readonly<Record<NonNullable<ListTodos['sort']>, string>> = {
  due: 'order by due_key, id',
  '-opened': 'order by opened_at desc, id desc',
};
/** So many of a desk are counted, the most pressing: the screen says 99+ long before. */
const mostCounted = 1_000;

/** 待办 of the caller over all services. */
@Injectable()
export class TodoLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly desks: Desks,
  ) {}

  async page({ kind, lamp, holder, q, ...request }: ListTodos, ctx: Ctx): Promise<Page<TodoRow>> {
    const { desks, bounds } = await this.#ground(ctx, holder);
    const { sql, params } = openOn(desks, deskOrder[request.sort ?? 'due']);
    const query = this.source
      .createQueryBuilder()
      .select([])
      .from(sql, 'todo')
      .setParameters({ ...params, ...bounds });
    todoColumns.forEach(([expression, name]) => query.addSelect(expression, name));
    if (kind) query.andWhere('todo.kind = :kind', { kind });
    if (lamp) query.andWhere(lampRange[lamp]);
    if (q?.trim()) query.andWhere('todo.title ilike :q', { q: `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` });
    return keysetPage(query, request, { orders: todoOrders, view: (raw) => todoRow(raw as unknown as RawTodo, bounds, ctx) });
  }

  async counts({ holder }: CountTodos, ctx: Ctx): Promise<TodoCounts> {
    const { desks, bounds } = await this.#ground(ctx, holder);
    const { sql, params } = openOn(desks, `order by due_key, id limit ${mostCounted}`);
    const rows = await this.source
      .createQueryBuilder()
      .select('todo.branch', 'branch')
      .addSelect('todo.kind', 'kind')
      .addSelect(lampCase, 'lamp')
      .addSelect('count(*)::int', 'count')
      .from(sql, 'todo')
      .setParameters({ ...params, ...bounds })
      .groupBy('1, 2, 3')
      .getRawMany<TodoCell & { branch: number }>();
    const cells = new Map<string, TodoCell>();
    const branches = new Map<number, number>();
    for (const { branch, kind, lamp, count } of rows) {
      const cell = cells.get(`${kind} ${lamp}`) ?? { kind, lamp, count: 0 };
      cells.set(`${kind} ${lamp}`, { ...cell, count: cell.count + count });
      branches.set(branch, (branches.get(branch) ?? 0) + count);
    }
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    return { total, more: [...branches.values()].some((count) => count >= mostCounted), cells: [...cells.values()] };
  }

  async #ground(ctx: Ctx, holder?: Desk['of']): Promise<{ desks: Desk[]; bounds: ReturnType<typeof lampBounds> }> {
    const { manager } = this.source;
    const desks = await this.desks.of(manager, ctx);
    const bounds = lampBounds(await this.calendars.workingCalendar(manager), ctx.now);
    return { desks: holder ? desks.filter(({ of }) => of === holder) : desks, bounds };
  }
}
