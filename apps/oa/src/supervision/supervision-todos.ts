import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import { type NewTodo, Todos } from '../todo/todos.js';
import type { SupervisionItem } from './supervision-item.entity.js';

/** Steps of an item that somebody may have to take; the word is what the to-do asks for. */
const asked = {
  establish: '立项',
  assign: '交办',
  accept: '签收',
  handle: '办理',
  extension: '审批延期',
  review: '审核办结',
  confirm: '确认销号',
} as const;
export type SupervisionStep = keyof typeof asked;

/** The to-dos of an item, in the transaction of the act that opens or ends them. */
@Injectable()
export class SupervisionTodos {
  constructor(private readonly todos: Todos) {}

  async ask(
    tx: Tx,
    item: SupervisionItem,
    step: SupervisionStep,
    holder: Pick<NewTodo, 'personId' | 'orgId'>,
    dueAt = item.dueAt,
  ): Promise<void> {
    await this.todos.open(tx, {
      ...{ service: 'oa', kind: 'supervision', subjectId: item.id, step, title: item.title, act: asked[step], dueAt },
      ...{ href: `/oa/supervision/${item.id}`, fromName: tx.ctx.actor.name, ...holder },
    });
  }

  async done(tx: Tx, item: SupervisionItem, step: SupervisionStep, holderId?: string): Promise<void> {
    await this.todos.end(tx, { subjectId: item.id, step, ...(holderId && { holderId }) });
  }

  /** Everything of it, when it ends or rests. */
  async drop(tx: Tx, item: SupervisionItem): Promise<void> {
    await this.todos.end(tx, { subjectId: item.id }, 'cancelled');
  }

  /** @returns how many had something of it open */
  urge(tx: Tx, item: SupervisionItem): Promise<number> {
    return this.todos.urge(tx, item.id);
  }
}
