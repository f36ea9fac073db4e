import { Injectable } from '@nestjs/common';
import type { ApproveReply, CloseLetter, DraftReply, LetterAct, LetterView, ReturnReply, RouteLetter } from '@karez/contracts-portal';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { WorkingDays } from '../../calendar/working-days.js';
import { LetterDesk } from '../letter-desk.js';
import { type LetterHappening, noteStep } from '../letter-steps.js';
import type { Letter } from '../letter.entity.js';
import { letterActRules, letterDue } from '../letter.policy.js';

/** 转办、拟写、审定、退回、不予受理: each on the letter alone, held until the commit. */
@Injectable()
export class HandleLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: LetterDesk,
    private readonly days: WorkingDays,
  ) {}

  /** @throws DomainError `portal.letter.org_unknown` */
  route({ letterId, orgId, letterClass }: RouteLetter, ctx: Ctx): Promise<LetterView> {
    return this.#act(letterId, 'route', 'routed', ctx, async (letter, tx) => {
      await assertStands(tx, orgId);
      const calendar = await this.days.calendar(tx.manager);
      letter.route(orgId, letterClass, letterDue.bind(null, calendar));
    });
  }
  draft({ letterId, reply }: DraftReply, ctx: Ctx): Promise<LetterView> {
    return this.#act(letterId, 'draft', 'drafted', ctx, (letter) => letter.draft(reply, ctx.actor));
  }
  /** @throws DomainError `portal.letter.own_reply`, `portal.letter.not_publishable`, `portal.letter.leaks` */
  approve({ letterId, publish }: ApproveReply, ctx: Ctx): Promise<LetterView> {
    const what = publish ? 'published' : 'answered';
    return this.#act(letterId, 'approve', what, ctx, (letter) => letter.approve(publish, ctx.actor, ctx.now));
  }
  giveBack({ letterId, reason }: ReturnReply, ctx: Ctx): Promise<LetterView> {
    return this.#act(letterId, 'return', 'returned', ctx, (letter) => letter.giveBack(reason));
  }
  close({ letterId, reason }: CloseLetter, ctx: Ctx): Promise<LetterView> {
    return this.#act(letterId, 'close', 'closed', ctx, (letter) => letter.close(reason));
  }

  async #act(letterId: string, act: LetterAct, what: LetterHappening, ctx: Ctx, move: Move): Promise<LetterView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const letter = await this.desk.load(tx, letterId, letterActRules[act].needs);
      await move(letter, tx);
      await tx.save(letter);
      await noteStep(tx, letter, what);
      return { letterId };
    });
    return this.desk.view(letterId, ctx);
  }
}
type Move = (letter: Letter, tx: Tx) => void | Promise<void>;

async function assertStands({ manager, ctx }: Tx, orgId: string): Promise<void> {
  const [org] = await manager.query<object[]>(
    'select 1 from org_copy where id = $1 and (abolished_on is null or abolished_on > $2::date)',
    [...[orgId, chinaDay(ctx.now)]],
  );
  if (!org) throw new DomainError('portal.letter.org_unknown');
}
