import { Injectable } from '@nestjs/common';
import type { Empty } from '@karez/contracts-kernel';
import type { EditionAct, EditionView, ResolveHit, ReviewEdition } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { SiteColumn } from '../../column/column.entity.js';
import { type Happening, log } from '../article-log.js';
import { EditionDesk } from '../edition-desk.js';
import type { Edition } from '../edition.entity.js';
import { EditionViews } from '../edition.views.js';

/** The way of a draft through its chain: each act one move of the entity, one line of the log. */
@Injectable()
export class MoveEditionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: EditionDesk,
    private readonly views: EditionViews,
  ) {}

  submit(editionId: string, ctx: Ctx): Promise<EditionView> {
    return this.#act(editionId, 'submit', 'submitted', ctx, async (edition, tx) => {
      edition.submit((await tx.manager.findOneByOrFail(SiteColumn, { id: edition.columnId })).chain);
    });
  }
  recall(editionId: string, ctx: Ctx): Promise<EditionView> {
    return this.#act(editionId, 'recall', 'recalled', ctx, (edition) => edition.reopen('in_review'));
  }
  rework(editionId: string, ctx: Ctx): Promise<EditionView> {
    return this.#act(editionId, 'rework', 'reworked', ctx, (edition) => edition.reopen('approved'));
  }
  review({ editionId, decision, opinion, version }: ReviewEdition, ctx: Ctx): Promise<EditionView> {
    const { actor, now } = ctx;
    if (decision === 'pass') return this.#act(editionId, 'review', 'passed', ctx, (edition) => edition.pass(opinion, version, actor, now));
    return this.#act(editionId, 'review', 'returned', ctx, (edition) => edition.giveBack(opinion, version, actor, now));
  }
  keepHit({ editionId, hitId, reason }: ResolveHit, ctx: Ctx): Promise<EditionView> {
    return this.#act(editionId, 'review', 'hit_kept', ctx, (edition) => edition.keep(hitId, reason, ctx.actor, ctx.now));
  }
  async discard(editionId: string, ctx: Ctx): Promise<Empty> {
    await this.#run(editionId, 'discard', 'discarded', ctx, (edition) => edition.discard());
    return {};
  }

  async #act(id: string, act: EditionAct, what: Happening, ctx: Ctx, move: Move): Promise<EditionView> {
    await this.#run(id, act, what, ctx, move);
    return this.views.one(id, ctx);
  }
  #run(editionId: string, act: EditionAct, what: Happening, ctx: Ctx, move: Move): Promise<object> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const edition = await this.desk.load(tx, editionId, act);
      await move(edition, tx);
      await tx.save(edition);
      const step = what === 'passed' || what === 'returned' ? edition.steps.at(-1) : undefined;
      await log(tx, edition, what, step ? { step: step.name, ...(step.opinion && { opinion: step.opinion }) } : {});
      return { editionId };
    });
  }
}
type Move = (edition: Edition, tx: Tx) => void | Promise<void>;
