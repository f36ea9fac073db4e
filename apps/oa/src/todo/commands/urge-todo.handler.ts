import { Injectable } from '@nestjs/common';
import type { TodoUrged, UrgeTodo } from '@karez/contracts-oa';
import { DomainError, type Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Todos } from '../todos.js';

interface Urged {
  readonly service: string;
  readonly subject_id: string;
  readonly state: string;
  readonly sent: boolean;
  readonly orgs: readonly string[];
}
const serviceWords: Readonly<Record<string, string>> = { approval: '行政审批', exchange: '公文交换', portal: '门户' };

/** 催办: by whoever sent something of the subject, or answers for the body that has it; it reaches everybody who has it open, again and again. */
@Injectable()
export class UrgeTodoHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly todos: Todos,
  ) {}

  /** @throws DomainError `not_found`, `oa.todo.not_urgeable`, `oa.todo.urged_elsewhere` */
  execute({ todoId }: UrgeTodo, ctx: Ctx): Promise<TodoUrged> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [todo] = await tx.manager.query<Urged[]>(
        `select service, subject_id, state,
           exists (select 1 from todo other where other.subject_id = todo.subject_id and other.opened_by = $2) as sent,
           array(select org_id from person_post where person_id = todo.person_id union select todo.org_id) as orgs
         from todo where id = $1`,
        [todoId, ctx.actor.id],
      );
      if (!todo || !(todo.sent || (await answersFor(tx, todo.orgs)))) throw new DomainError('not_found', { id: todoId });
      if (todo.service !== 'oa') throw new DomainError('oa.todo.urged_elsewhere', { service: serviceWords[todo.service] ?? todo.service });
      if (todo.state !== 'open') throw new DomainError('oa.todo.not_urgeable');
      tx.touch('todo', todoId);
      return { reached: await this.todos.urge(tx, todo.subject_id) };
    });
  }
}

/** A superior: who may see how long the body takes may also ask it to hurry. */
async function answersFor(tx: Tx, orgs: readonly (string | null)[]): Promise<boolean> {
  for (const org of orgs) if (org && (await tx.reaches('oa.todo.statistics', org))) return true;
  return false;
}
