import { Injectable } from '@nestjs/common';
import type { AssignSupervision, DivideSupervision, PartGiven } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Calendars } from '../../calendar/calendars.js';
import { closeOfDay, lastDay } from '../../calendar/due-day.js';
import { Handlings } from '../../handling/handlings.js';
import { SupervisionDesk } from '../supervision-desk.js';
import type { SupervisionItem } from '../supervision-item.entity.js';
import { type NewPart, SupervisionParts } from '../supervision-parts.js';
import { SupervisionTodos } from '../supervision-todos.js';

/** 交办 to the bodies, and 分解 by the one that leads. */
@Injectable()
export class AssignSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SupervisionDesk,
    private readonly parts: SupervisionParts,
    private readonly todos: SupervisionTodos,
    private readonly handlings: Handlings,
    private readonly calendars: Calendars,
  ) {}

  /** Out of `handling` it goes to another lead (转交): what the former one had is given back. */
  assign({ itemId, leadOrgId, assists }: AssignSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item, parts } = await this.desk.load(tx, itemId, 'assign');
      const fromState = item.state;
      for (const { id } of parts.filter(({ role, state }) => role === 'lead' && state !== 'returned'))
        await this.parts.giveBack(tx, id, '已转交其他单位');
      item.assign(leadOrgId);
      await tx.save(item);
      const lead: NewPart = { orgId: leadOrgId, role: 'lead', content: item.content, dueAt: item.dueAt };
      await this.#give(tx, item, [lead, ...(await this.#assisting(tx, item, assists))]);
      for (const step of ['assign', 'handle'] as const) await this.todos.done(tx, item, step);
      await this.handlings.add(tx, { subjectId: itemId, act: 'assign', fromState, toState: item.state });
      return { itemId };
    });
  }

  divide({ itemId, parts }: DivideSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'divide');
      await this.#give(tx, item, await this.#assisting(tx, item, parts));
      item.touched('divided');
      await tx.save(item);
      await this.handlings.add(tx, { subjectId: itemId, act: 'divide', fromState: item.state, toState: item.state });
      return { itemId };
    });
  }

  async #give(tx: Tx, item: SupervisionItem, parts: readonly NewPart[]): Promise<void> {
    await this.parts.give(tx, item.id, parts);
    for (const { orgId, dueAt } of parts) await this.todos.ask(tx, item, 'accept', { orgId }, dueAt);
  }

  /** @throws DomainError `oa.supervision.due_beyond`, `oa.supervision.due_past` */
  async #assisting({ manager, ctx }: Tx, item: SupervisionItem, given: readonly PartGiven[]): Promise<NewPart[]> {
    const calendar = await this.calendars.workingCalendar(manager);
    return given.map(({ orgId, content, dueOn }) => {
      const dueAt = dueOn ? closeOfDay(calendar, dueOn) : item.dueAt;
      if (dueOn && dueAt <= ctx.now) throw new DomainError('oa.supervision.due_past', { day: dueOn });
      if (dueOn && dueAt > item.dueAt) throw new DomainError('oa.supervision.due_beyond', { day: dueOn, last: lastDay(item.dueAt) });
      return { orgId, role: 'assist', content, dueAt };
    });
  }
}
