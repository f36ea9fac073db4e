import { Injectable } from '@nestjs/common';
import type { RegisterSupervision } from '@karez/contracts-oa';
import { chinaDay, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Calendars } from '../calendar/calendars.js';
import { closeOfDay } from '../calendar/due-day.js';
import { People } from '../people/people.js';
import { SupervisionItem } from './supervision-item.entity.js';
import { SupervisionTodos } from './supervision-todos.js';

/** How an item comes to be: registered by a supervisor, or by an instruction or a resolution in the transaction that it was made in. */
@Injectable()
export class SupervisionIntake {
  constructor(
    private readonly calendars: Calendars,
    private readonly people: People,
    private readonly todos: SupervisionTodos,
  ) {}

  /** @returns the item's id @throws DomainError `oa.supervision.due_past`, `oa.person.not_there` */
  async register(tx: Tx, { orgId, ...request }: RegisterSupervision & { readonly orgId: string }): Promise<string> {
    const { actor, now } = tx.ctx;
    const dueAt = closeOfDay(await this.calendars.workingCalendar(tx.manager), request.dueOn);
    if (dueAt <= now || request.dueOn < chinaDay(now)) throw new DomainError('oa.supervision.due_past', { day: request.dueOn });
    const leader = await this.people.at(tx.manager, request.leaderId);
    const item = SupervisionItem.register({ ...request, orgId, dueAt, leader, supervisor: actor }, now);
    await tx.save(item);
    await this.todos.ask(tx, item, 'establish', { personId: leader.id });
    return item.id;
  }
}
