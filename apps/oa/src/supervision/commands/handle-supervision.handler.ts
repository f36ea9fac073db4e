import { Injectable } from '@nestjs/common';
import type { AcceptSupervision, GiveBackSupervision, ReportSupervision } from '@karez/contracts-oa';
import { type Ctx, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Handlings } from '../../handling/handlings.js';
import { type Colleague, People } from '../../people/people.js';
import { SupervisionDesk } from '../supervision-desk.js';
import { type Part, SupervisionParts } from '../supervision-parts.js';
import { SupervisionTodos } from '../supervision-todos.js';

/** 签收、退回重派、反馈: what a body does with its own part. */
@Injectable()
export class HandleSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SupervisionDesk,
    private readonly parts: SupervisionParts,
    private readonly todos: SupervisionTodos,
    private readonly handlings: Handlings,
    private readonly people: People,
  ) {}

  /** @throws DomainError `oa.person.not_there` when the handler does not work in the body */
  accept({ itemId, partId, handlerId }: AcceptSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const held = await this.desk.load(tx, itemId, 'accept');
      const part = this.desk.partOf(held, partId, ['sent']);
      const handler = await this.#handler(tx, part, handlerId);
      const { item } = held;
      const fromState = item.state;
      await this.parts.accept(tx, partId, handler);
      if (part.role === 'lead') item.accepted();
      else item.touched('part_accepted');
      await tx.save(item);
      await this.todos.done(tx, item, 'accept', part.orgId);
      await this.todos.ask(tx, item, 'handle', { personId: handler.id }, part.dueAt);
      await this.handlings.add(tx, { subjectId: itemId, act: 'accept', fromState, toState: item.state });
      return { itemId };
    });
  }

  giveBack({ itemId, partId, reason }: GiveBackSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const held = await this.desk.load(tx, itemId, 'give_back');
      const part = this.desk.partOf(held, partId, ['sent']);
      const { item } = held;
      const fromState = item.state;
      await this.parts.giveBack(tx, partId, reason);
      await this.todos.done(tx, item, 'accept', part.orgId);
      if (part.role === 'lead') {
        item.givenBack();
        await this.todos.ask(tx, item, 'assign', { personId: item.supervisorId });
      } else item.touched('part_given_back');
      await tx.save(item);
      await this.handlings.add(tx, { subjectId: itemId, act: 'give_back', fromState, toState: item.state, text: reason });
      return { itemId };
    });
  }

  report({ itemId, partId, progress, text, difficulty }: ReportSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const held = await this.desk.load(tx, itemId, 'report');
      const part = this.desk.partOf(held, partId, ['accepted', 'reported']);
      const { actor, now } = ctx;
      await tx.manager.query(
        `insert into supervision_report (id, item_id, part_id, progress, text, difficulty, org_id, person_id, person_name, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [newId(), itemId, partId, progress, text, difficulty ?? null, part.orgId, actor.id, actor.name, now],
      );
      await this.parts.report(tx, partId, progress);
      // the lead's own work goes on until it asks to close
      if (progress === 100 && part.role === 'assist' && part.handlerId) await this.todos.done(tx, held.item, 'handle', part.handlerId);
      held.item.touched('reported');
      await tx.save(held.item);
      return { itemId };
    });
  }

  #handler(tx: Tx, { orgId }: Part, handlerId: string | undefined): Promise<Pick<Colleague, 'id' | 'name'>> {
    const { actor } = tx.ctx;
    return handlerId && handlerId !== actor.id ? this.people.at(tx.manager, handlerId, orgId) : Promise.resolve(actor);
  }
}
