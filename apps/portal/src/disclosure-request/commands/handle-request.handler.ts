import { Injectable } from '@nestjs/common';
import type * as contract from '@karez/contracts-portal';
import type { DisclosureRequestView } from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { WorkingDays } from '../../calendar/working-days.js';
import { DisclosureRequest, type Moment } from '../disclosure-request.entity.js';
import { DisclosureRequestLists } from '../disclosure-request.lists.js';
import { disclosureActRules } from '../disclosure-request.policy.js';

const thirdPartySays = { agrees: '同意公开', objects: '不同意公开', silent: '逾期未提出意见' } as const;

/** 公开申请的办理: each act on the request alone, held until the commit. */
@Injectable()
export class HandleRequestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: DisclosureRequestLists,
    private readonly days: WorkingDays,
  ) {}

  /** @throws DomainError `portal.request.correction_late` */
  askCorrection({ requestId, what }: contract.AskCorrection, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'ask_correction', ctx, (request, moment) => request.askCorrection(what, moment));
  }
  abandon({ requestId, reason }: contract.AbandonDisclosureRequest, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'abandon', ctx, (request, moment) => request.abandon(reason, moment));
  }
  consult({ requestId, party }: contract.ConsultThirdParty, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'consult', ctx, (request, moment) => request.consult(party, moment));
  }
  consulted({ requestId, answer }: contract.ThirdPartyAnswered, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'consulted', ctx, (request, moment) => request.consultationEnded(thirdPartySays[answer], moment));
  }
  /** @throws DomainError `portal.request.extended`, `portal.request.extension_late` */
  extend(extension: contract.ExtendDisclosureRequest, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(extension.requestId, 'extend', ctx, (request, moment) => request.extend(extension, moment));
  }
  /** @throws DomainError `portal.request.ground_missing` */
  draft(written: contract.DraftDisclosureAnswer, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(written.requestId, 'draft', ctx, (request) => request.draft(written, ctx.actor));
  }
  giveBack({ requestId, reason }: contract.ReturnDisclosureAnswer, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'return', ctx, (request) => request.giveBack(reason));
  }
  /** @throws DomainError `portal.letter.own_reply` */
  approve(requestId: string, ctx: Ctx): Promise<DisclosureRequestView> {
    return this.#act(requestId, 'approve', ctx, (request, moment) => request.approve(ctx.actor, moment));
  }

  async #act(requestId: string, act: contract.DisclosureAct, ctx: Ctx, move: Move): Promise<DisclosureRequestView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const { needs } = disclosureActRules[act];
      const request = await tx.loadInScope(DisclosureRequest, requestId, needs, (alias) => ({ org: `${alias}.org_id` }));
      move(request, { calendar: await this.days.calendar(tx.manager), now: ctx.now });
      await tx.save(request);
      return { requestId };
    });
    return this.lists.one(requestId, ctx);
  }
}
type Move = (request: DisclosureRequest, moment: Moment) => void;
