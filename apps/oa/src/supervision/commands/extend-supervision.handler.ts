import { Injectable } from '@nestjs/common';
import type { AskExtension, DecideExtension, ReasonedSupervision, SupervisionOf } from '@karez/contracts-oa';
import { chinaDay, type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Calendars } from '../../calendar/calendars.js';
import { closeOfDay, lastDay } from '../../calendar/due-day.js';
import { Handlings } from '../../handling/handlings.js';
import { SupervisionDesk } from '../supervision-desk.js';
import { SupervisionTerm } from '../supervision-term.js';
import { SupervisionTodos } from '../supervision-todos.js';

/** 申请和审批延期. */
@Injectable()
export class ExtendSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SupervisionDesk,
    private readonly calendars: Calendars,
    private readonly term: SupervisionTerm,
    private readonly todos: SupervisionTodos,
    private readonly handlings: Handlings,
  ) {}

  /** @throws DomainError `oa.supervision.extension_shorter`, `oa.supervision.extension_open` */
  ask({ itemId, until, reason }: AskExtension, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'ask_extension');
      const dueUntil = closeOfDay(await this.calendars.workingCalendar(tx.manager), until);
      if (dueUntil <= item.dueAt || dueUntil <= ctx.now)
        throw new DomainError('oa.supervision.extension_shorter', { last: lastDay(item.dueAt) });
      const { actor, now } = ctx;
      const asked = await tx.manager.query<object[]>(
        `insert into supervision_extension (id, item_id, due_from, due_until, reason, state, org_id, person_id, person_name, at)
         values ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $9) on conflict (item_id) where state = 'asked' do nothing returning id`,
        [newId(), itemId, item.dueAt, dueUntil, reason, item.leadOrgId, actor.id, actor.name, now],
      );
      if (!asked.length) throw new DomainError('oa.supervision.extension_open');
      item.touched('extension_asked');
      await tx.save(item);
      await this.todos.ask(tx, item, 'extension', { personId: item.leaderId });
      await this.handlings.add(tx, { subjectId: itemId, act: 'ask_extension', fromState: item.state, toState: item.state, text: reason });
      return { itemId };
    });
  }

  /** @throws DomainError `oa.supervision.extension_decided` with who was first */
  decide({ itemId, extensionId, decision, text }: DecideExtension, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'decide_extension');
      const until = await decided(tx, itemId, extensionId, { granted: decision === 'grant', text });
      if (decision === 'grant') await this.term.move(tx, item, until);
      else {
        item.touched('extension_refused');
        await tx.save(item);
      }
      await this.todos.done(tx, item, 'extension');
      const verdict = decision === 'grant' ? 'agree' : 'disagree';
      const said = text ?? (decision === 'grant' ? `同意延期至 ${chinaDay(until)}。` : undefined);
      await this.handlings.add(tx, {
        subjectId: itemId,
        act: 'decide_extension',
        fromState: item.state,
        toState: item.state,
        verdict,
        text: said,
      });
      return { itemId };
    });
  }

  suspend({ itemId, reason }: ReasonedSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'suspend');
      const fromState = item.state;
      item.suspend(reason, ctx.now);
      await tx.save(item);
      await this.handlings.add(tx, { subjectId: itemId, act: 'suspend', fromState, toState: item.state, text: reason });
      return { itemId };
    });
  }

  /** The working days of the suspension are added to what was left. */
  resume({ itemId }: SupervisionOf, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item, parts } = await this.desk.load(tx, itemId, 'resume');
      const calendar = await this.calendars.workingCalendar(tx.manager);
      const rested = calendar.workingDaysBetween(item.suspendedAt!, ctx.now);
      const from = item.dueAt;
      const dueAt = rested > 0 ? calendar.addWorkingDays(from, rested).at : from;
      item.resume(
        dueAt,
        parts.some(({ role, state }) => role === 'lead' && (state === 'accepted' || state === 'reported')),
      );
      await this.term.moved(tx, item, from);
      await this.handlings.add(tx, { subjectId: itemId, act: 'resume', fromState: 'suspended', toState: item.state });
      return { itemId };
    });
  }
}

async function decided(
  { manager, ctx }: Tx,
  itemId: string,
  extensionId: string,
  { granted, text }: { readonly granted: boolean; readonly text: string | undefined },
): Promise<Date> {
  const [[row]] = await manager.query<[{ due_until: Date }[], number]>(
    `update supervision_extension set state = $3, decision = $4, decided_by = $5, decided_by_name = $6, decided_at = $7
     where id = $1 and item_id = $2 and state = 'asked' returning due_until`,
    [extensionId, itemId, granted ? 'granted' : 'refused', text ?? null, ctx.actor.id, ctx.actor.name, ctx.now],
  );
  if (row) return row.due_until;
  const [before] = await manager.query<{ decided_by_name: string }[]>(
    'select decided_by_name from supervision_extension where id = $1 and item_id = $2',
    [extensionId, itemId],
  );
  if (!before) throw new DomainError('not_found', { id: extensionId });
  throw new DomainError('oa.supervision.extension_decided', { by: before.decided_by_name });
}
