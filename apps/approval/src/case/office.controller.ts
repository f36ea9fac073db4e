import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { caseApi } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ActOnCaseHandler } from './commands/act-on-case.handler.js';
import { DecisionActs } from './decision-acts.js';
import { RunningActs } from './running-acts.js';
import { WindowActs } from './window-acts.js';

type View = contract.CaseView;

/** What the window and those above it do with a case. */
@Controller()
export class OfficeController implements Handlers<
  typeof caseApi,
  | ('reviewMaterial' | 'acceptCase' | 'correctCase' | 'refuseCase' | 'supersedeCase')
  | ('suspendCase' | 'resumeCase' | 'extendCase' | 'urgeCase' | 'decideCase' | 'deliverCase')
> {
  constructor(
    private readonly acting: ActOnCaseHandler,
    private readonly window: WindowActs,
    private readonly running: RunningActs,
    private readonly decision: DecisionActs,
  ) {}

  @Handles(caseApi.reviewMaterial)
  reviewMaterial(request: contract.ReviewMaterial, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.window.review(tx, request));
  }
  @Handles(caseApi.acceptCase)
  acceptCase(request: contract.AcceptCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.window.accept(tx, request));
  }
  @Handles(caseApi.correctCase)
  correctCase(request: contract.CorrectCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.window.correct(tx, request));
  }
  @Handles(caseApi.refuseCase)
  refuseCase(request: contract.RefuseCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.window.refuse(tx, request));
  }
  @Handles(caseApi.supersedeCase)
  supersedeCase(request: contract.SupersedeCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.window.supersede(tx, request));
  }
  @Handles(caseApi.suspendCase)
  suspendCase(request: contract.SuspendCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.running.suspend(tx, request));
  }
  @Handles(caseApi.resumeCase)
  resumeCase(request: contract.ActWithReason, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.running.resume(tx, request));
  }
  @Handles(caseApi.extendCase)
  extendCase(request: contract.ExtendCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.running.extend(tx, request));
  }
  @Handles(caseApi.urgeCase)
  urgeCase(request: contract.ActWithReason, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.running.urge(tx, request));
  }
  @Handles(caseApi.decideCase)
  decideCase(request: contract.DecideCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.decision.decide(tx, request));
  }
  @Handles(caseApi.deliverCase)
  deliverCase(request: contract.DeliverCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.decision.deliver(tx, request));
  }
}
