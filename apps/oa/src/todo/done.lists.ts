import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { DoneRow, ListDone, ListSentTodos, SentTodoRow } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { standInWords } from '../delegation/stand-ins.js';
import { lampBounds } from './todo-lamp.js';
import { type RawTodo, todoColumns, todoRow } from './todo.view.js';

const doneOrders: Readonly<Record<string, Order>> = {
  '-ended': {
    by: [
      { sql: 'todo.ended_at', cast: 'timestamptz' },
      { sql: 'todo.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
const sentOrders: Readonly<Record<string, Order>> = {
  '-opened': {
    by: [
      { sql: 'todo.opened_at', cast: 'timestamptz' },
      { sql: 'todo.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
/** What the caller did, for others too, and what others did for the caller. */
const doneRows = `((select * from todo where done_by = :me and state = 'done' order by ended_at desc, id desc)
  union all (select * from todo where person_id = :me and state = 'done' and done_by is distinct from :me order by ended_at desc, id desc))`;
const titled = (q: string) => ({ q: `%${q.trim().replace(/[\\%_]/g, '\\$&')}%` });

/** 已办, and 我交办的: what was done, and what others still have to do. */
@Injectable()
export class DoneLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  done({ kind, q, ...request }: ListDone, { actor }: Ctx): Promise<Page<DoneRow>> {
    const query = this.source.createQueryBuilder().select([]).from(doneRows, 'todo').setParameters({ me: actor.id });
    for (const [expression, name] of todoColumns) query.addSelect(expression, name);
    query.addSelect('todo.ended_at', 'ended_at').addSelect('todo.done_by', 'done_by');
    query.addSelect('(select name from person_copy where person_copy.id = todo.done_by)', 'done_by_name');
    if (kind) query.andWhere('todo.kind = :kind', { kind });
    if (q?.trim()) query.andWhere('todo.title ilike :q', titled(q));
    return keysetPage(query, request, { orders: doneOrders, view: (raw) => doneRow(raw as unknown as RawDone) });
  }

  async sent({ q, ...request }: ListSentTodos, ctx: Ctx): Promise<Page<SentTodoRow>> {
    const bounds = lampBounds(await this.calendars.workingCalendar(this.source.manager), ctx.now);
    const query = this.source.createQueryBuilder().select([]).from('todo', 'todo').setParameters({ me: ctx.actor.id });
    for (const [expression, name] of todoColumns) query.addSelect(expression, name);
    query.where(`todo.opened_by = :me and todo.state = 'open' and todo.person_id is distinct from :me`);
    if (q?.trim()) query.andWhere('todo.title ilike :q', titled(q));
    const view = (raw: RawTodo): SentTodoRow => {
      const { forName: _, ...row } = todoRow(raw, bounds, ctx);
      return { ...row, holderName: raw.person_name ?? raw.org_name ?? '', acts: raw.service === 'oa' ? ['urge'] : [] };
    };
    return keysetPage(query, request, { orders: sentOrders, view: (raw) => view(raw as unknown as RawTodo) });
  }
}

interface RawDone extends RawTodo {
  readonly ended_at: Date;
  readonly done_by: string | null;
  readonly done_by_name: string | null;
}
function doneRow(raw: RawDone): DoneRow {
  const { person_id, person_name, done_by, done_by_name } = raw;
  const stoodIn = person_id !== null && done_by !== null && done_by !== person_id;
  return {
    ...{ id: raw.id, kind: raw.kind, title: raw.title, act: raw.act, href: raw.href },
    ...{ openedAt: raw.opened_at.toISOString(), endedAt: raw.ended_at.toISOString() },
    late: raw.due_at !== null && raw.ended_at > raw.due_at,
    ...(done_by_name && { doneByName: stoodIn ? standInWords(person_name ?? '', done_by_name) : done_by_name }),
    ...(stoodIn && { forName: person_name ?? '' }),
  };
}
