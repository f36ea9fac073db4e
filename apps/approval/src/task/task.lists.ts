import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ListTasks, TaskView } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { openTasks } from '@karez/workflow';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { ApprovalCase } from '../case/case.entity.js';
import { keysOf } from './posts.js';
import { returnableOf, type TaskRow, taskColumns, taskView } from './task-rows.js';

const unique = { sql: 'task.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListTasks['sort']>, Order> = {
  due: { by: [{ sql: `coalesce(task.due_at, 'infinity')`, cast: 'timestamptz' }, unique], direction: 'asc' },
  '-opened': { by: [{ sql: 'task.opened_at', cast: 'timestamptz' }, unique], direction: 'desc' },
};

/** Work lists of one person: taken, to be taken, done. */
@Injectable()
export class TaskLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  async page(request: ListTasks, ctx: Ctx): Promise<Page<TaskView>> {
    const { manager } = this.source;
    const calendar = await this.calendars.workingCalendar(manager);
    const page = await keysetPage(this.shown(request, ctx), request, { orders, view: (raw) => raw as unknown as TaskRow });
    const open = page.items.filter(({ state }) => state === 'open').map(({ id }) => id);
    const returnable = await returnableOf(manager, open);
    const items = page.items.map((row) => taskView(row, { actor: ctx.actor, calendar, now: ctx.now, returnable }));
    return { items, ...(page.next && { next: page.next }) };
  }

  shown({ tab = 'mine', caseId }: ListTasks, { actor }: Ctx): SelectQueryBuilder<ObjectLiteral> {
    const query = tab === 'done' ? this.#done(actor.id) : openTasks(this.source.manager, tab, { personId: actor.id, keys: keysOf(actor) });
    query.innerJoin(ApprovalCase, 'kase', 'kase.id = instance.subject_id::uuid');
    for (const [name, sql] of Object.entries(taskColumns)) query.addSelect(sql, name);
    if (caseId) query.andWhere('instance.subject_kind = :kind and instance.subject_id = :caseId', { kind: 'case', caseId });
    return query;
  }

  #done(personId: string): SelectQueryBuilder<ObjectLiteral> {
    return this.source
      .createQueryBuilder()
      .select([])
      .from('workflow_task', 'task')
      .innerJoin('workflow_instance', 'instance', 'instance.id = task.instance_id')
      .where(`task.closed_by_id = :personId and task.state in ('done', 'returned')`, { personId });
  }
}
