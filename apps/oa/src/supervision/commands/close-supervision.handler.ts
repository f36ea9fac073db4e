import { Injectable } from '@nestjs/common';
import type {
  AskClosing,
  ConfirmSupervision,
  EvaluateSupervision,
  ReasonedSupervision,
  ReviewSupervision,
  SupervisionAct,
  SupervisionOf,
  UrgeSupervision,
  Verdict,
} from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Calendars } from '../../calendar/calendars.js';
import { Handlings } from '../../handling/handlings.js';
import { type Held, SupervisionDesk } from '../supervision-desk.js';
import { SupervisionNoticesTask } from '../supervision-notices.task.js';
import { SupervisionTodos } from '../supervision-todos.js';
import { lampOf } from '../supervision.policy.js';

interface Said {
  readonly text?: string | undefined;
  readonly verdict?: Verdict;
}

/** From the request to be closed to the archive, and what ends an item early. */
@Injectable()
export class CloseSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SupervisionDesk,
    private readonly todos: SupervisionTodos,
    private readonly handlings: Handlings,
    private readonly calendars: Calendars,
    private readonly notices: SupervisionNoticesTask,
  ) {}

  /** @throws DomainError `oa.supervision.parts_open` naming the bodies that have not reported */
  ask({ itemId, result }: AskClosing, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.#act(itemId, 'ask_closing', ctx, { text: result }, async ({ item, parts }, tx) => {
      const open = parts.filter(({ role, state }) => role === 'assist' && (state === 'sent' || state === 'accepted'));
      if (open.length) throw new DomainError('oa.supervision.parts_open', { orgs: open.map(({ orgName }) => orgName).join('、') });
      item.askClosing(result);
      await this.todos.done(tx, item, 'handle');
      await this.todos.ask(tx, item, 'review', { personId: item.supervisorId });
    });
  }

  review({ itemId, decision, opinion }: ReviewSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    const passed = decision === 'pass';
    return this.#act(itemId, 'review', ctx, { text: opinion, verdict: passed ? 'agree' : 'disagree' }, async (held, tx) => {
      held.item.review(passed);
      await this.todos.done(tx, held.item, 'review');
      if (passed) await this.todos.ask(tx, held.item, 'confirm', { personId: held.item.leaderId });
      else await this.#again(tx, held);
    });
  }

  confirm({ itemId, decision, opinion }: ConfirmSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    const passed = decision === 'pass';
    return this.#act(itemId, 'confirm', ctx, { text: opinion, verdict: passed ? 'agree' : 'disagree' }, async (held, tx) => {
      const { lamp } = lampOf(held.item, await this.calendars.workingCalendar(tx.manager), ctx.now);
      if (passed) held.item.confirm(lamp, ctx.now);
      else held.item.sendBack();
      await this.todos.done(tx, held.item, 'confirm');
      if (!passed) await this.#again(tx, held);
    });
  }

  evaluate({ itemId, score, text }: EvaluateSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.#act(itemId, 'evaluate', ctx, { text }, ({ item }) => item.evaluate(score, text));
  }
  archive({ itemId }: SupervisionOf, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.#act(itemId, 'archive', ctx, {}, ({ item }) => item.archive());
  }
  terminate({ itemId, reason }: ReasonedSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.#act(itemId, 'terminate', ctx, { text: reason }, async ({ item }, tx) => {
      item.terminate(reason);
      await this.todos.drop(tx, item);
    });
  }
  urge({ itemId, colour, text }: UrgeSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.#act(itemId, 'urge', ctx, { text }, async ({ item }, tx) => {
      await this.notices.write(tx, item, { colour, text });
    });
  }

  async #again(tx: Tx, { item, parts }: Held): Promise<void> {
    const lead = parts.find(({ role, state }) => role === 'lead' && state !== 'returned');
    await this.todos.ask(tx, item, 'handle', lead?.handlerId ? { personId: lead.handlerId } : { orgId: item.leadOrgId! });
  }

  #act(itemId: string, act: SupervisionAct, ctx: Ctx, said: Said, move: Move): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const held = await this.desk.load(tx, itemId, act);
      const fromState = held.item.state;
      await move(held, tx);
      await tx.save(held.item);
      await this.handlings.add(tx, { subjectId: itemId, act, fromState, toState: held.item.state, ...said });
      return { itemId };
    });
  }
}
type Move = (held: Held, tx: Tx) => void | Promise<void>;
