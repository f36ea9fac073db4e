import { Injectable } from '@nestjs/common';
import type { CreateHearing, HearingView, ReportHearing, UpdateHearing } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Site } from '../../site/site.entity.js';
import { Hearing } from '../hearing.entity.js';
import { HearingLists } from '../hearing.lists.js';
import { Voices } from '../voices.js';

/** 新建、修改、开始、结束、反馈: what the unit that asks does with its hearing. */
@Injectable()
export class WriteHearingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: HearingLists,
    private readonly voices: Voices,
  ) {}

  /** @throws DomainError `auth.out_of_scope`, `not_found`, `portal.site.closed`, `portal.hearing.closes_past` */
  async create(request: CreateHearing, ctx: Ctx): Promise<HearingView> {
    const { siteId } = request;
    const { hearingId } = await this.unitOfWork.run(ctx, async (tx) => {
      const orgId = request.orgId ?? ctx.actor.orgId;
      if (!orgId || !(await tx.reaches('portal.hearing.write', orgId))) throw new DomainError('auth.out_of_scope');
      const site = await tx.manager.findOneBy(Site, { id: siteId });
      if (!site) throw new DomainError('not_found', { id: siteId });
      if (site.state !== 'open') throw new DomainError('portal.site.closed');
      const hearing = Hearing.prepare(request, orgId, ctx.now);
      await tx.save(hearing);
      return { hearingId: hearing.id };
    });
    return this.lists.one(hearingId, ctx, 'portal.hearing.write');
  }

  update(request: UpdateHearing, ctx: Ctx): Promise<HearingView> {
    return this.#act(request.hearingId, ctx, (hearing) => hearing.edit(request, request.version, ctx.now));
  }
  /** @throws DomainError `portal.hearing.closes_past`, `portal.hearing.questions_missing` */
  open(hearingId: string, ctx: Ctx): Promise<HearingView> {
    return this.#act(hearingId, ctx, async (hearing, tx) => {
      hearing.open(ctx.now);
      await tx.schedule('portal.close-hearing', hearing.closesAt, { hearingId });
    });
  }
  close(hearingId: string, ctx: Ctx): Promise<HearingView> {
    return this.#act(hearingId, ctx, async (hearing, tx) => hearing.close(await this.voices.count(tx.manager, hearing), ctx.now));
  }
  report(request: ReportHearing, ctx: Ctx): Promise<HearingView> {
    return this.#act(request.hearingId, ctx, (hearing) => hearing.report(request, ctx.now));
  }
  discard(hearingId: string, ctx: Ctx): Promise<HearingView> {
    return this.#act(hearingId, ctx, (hearing) => hearing.discard());
  }

  async #act(hearingId: string, ctx: Ctx, move: (hearing: Hearing, tx: Tx) => void | Promise<void>): Promise<HearingView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const hearing = await tx.loadInScope(Hearing, hearingId, 'portal.hearing.write', (alias) => ({ org: `${alias}.org_id` }));
      await move(hearing, tx);
      await tx.save(hearing);
      return { hearingId };
    });
    return this.lists.one(hearingId, ctx, 'portal.hearing.write');
  }
}
