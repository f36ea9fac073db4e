import { Injectable } from '@nestjs/common';
import type { EstablishSupervision, ReasonedSupervision } from '@karez/contracts-oa';
import { chinaDay, type Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Handlings } from '../../handling/handlings.js';
import { SupervisionDesk } from '../supervision-desk.js';
import { SupervisionNoticesTask } from '../supervision-notices.task.js';
import { SupervisionTodos } from '../supervision-todos.js';

/** 立项, or not. */
@Injectable()
export class EstablishSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SupervisionDesk,
    private readonly todos: SupervisionTodos,
    private readonly handlings: Handlings,
    private readonly notices: SupervisionNoticesTask,
  ) {}

  establish({ itemId, opinion }: EstablishSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'establish');
      item.establish(await nextNumber(tx, item.orgId));
      await tx.save(item);
      await this.todos.done(tx, item, 'establish');
      await this.todos.ask(tx, item, 'assign', { personId: item.supervisorId });
      await this.notices.plan(tx, item);
      await this.#record(tx, itemId, { act: 'establish', toState: 'established', verdict: 'agree', text: opinion });
      return { itemId };
    });
  }

  refuse({ itemId, reason }: ReasonedSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { item } = await this.desk.load(tx, itemId, 'refuse');
      item.terminate(reason);
      await tx.save(item);
      await this.todos.drop(tx, item);
      await this.#record(tx, itemId, { act: 'refuse', toState: 'terminated', verdict: 'disagree', text: reason });
      return { itemId };
    });
  }

  #record(tx: Tx, subjectId: string, what: Pick<Parameters<Handlings['add']>[1], 'act' | 'toState' | 'verdict' | 'text'>): Promise<string> {
    return this.handlings.add(tx, { subjectId, fromState: 'registered', ...what });
  }
}

/** 督办号: without gaps in a body's year, because it is taken in the same transaction. */
async function nextNumber({ manager, ctx }: Tx, orgId: string): Promise<string> {
  const year = Number(chinaDay(ctx.now).slice(0, 4));
  const [{ last }] = await manager.query<[{ last: number }]>(
    `insert into supervision_counter (org_id, year, last) values ($1, $2, 1)
     on conflict (org_id, year) do update set last = supervision_counter.last + 1 returning last`,
    [orgId, year],
  );
  return `督〔${year}〕${last}号`;
}
