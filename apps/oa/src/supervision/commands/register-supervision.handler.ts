import { Injectable } from '@nestjs/common';
import type * as contract from '@karez/contracts-oa';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Calendars } from '../../calendar/calendars.js';
import { closeOfDay } from '../../calendar/due-day.js';
import { People } from '../../people/people.js';
import { SupervisionItem } from '../supervision-item.entity.js';
import { SupervisionTodos } from '../supervision-todos.js';

/** 登记. */
@Injectable()
export class RegisterSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly people: People,
    private readonly todos: SupervisionTodos,
  ) {}

  /** @throws DomainError `oa.supervision.due_past`, `oa.person.not_there`, `auth.out_of_scope` */
  execute(request: contract.RegisterSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { actor, now } = ctx;
      if (!actor.orgId || !(await tx.reaches('oa.supervision.write', actor.orgId))) throw new DomainError('auth.out_of_scope');
      const dueAt = closeOfDay(await this.calendars.workingCalendar(tx.manager), request.dueOn);
      if (dueAt <= now || request.dueOn < chinaDay(now)) throw new DomainError('oa.supervision.due_past', { day: request.dueOn });
      const leader = await this.people.at(tx.manager, request.leaderId);
      const item = SupervisionItem.register({ ...request, orgId: actor.orgId, dueAt, leader, supervisor: actor }, now);
      await tx.save(item);
      await this.todos.ask(tx, item, 'establish', { personId: leader.id });
      return { itemId: item.id };
    });
  }
}
