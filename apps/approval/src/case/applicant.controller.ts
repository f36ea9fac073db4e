import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { caseApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ApplicantActs } from './applicant-acts.js';
import { CaseReading } from './case-reading.js';
import { CaseLists } from './case.lists.js';
import { ActOnCaseHandler } from './commands/act-on-case.handler.js';
import { PutMaterialHandler } from './commands/put-material.handler.js';
import { SubmitCaseHandler } from './commands/submit-case.handler.js';

type View = contract.CaseView;

/** What the applicant does with a case of the applicant's own. */
@Controller()
export class ApplicantController implements Handlers<
  typeof caseApi,
  ('draftCase' | 'saveForm' | 'putMaterial' | 'checkCase' | 'submitCase') | ('discardCase' | 'withdrawCase' | 'rateCase' | 'listMyCases')
> {
  constructor(
    private readonly acting: ActOnCaseHandler,
    private readonly acts: ApplicantActs,
    private readonly attaching: PutMaterialHandler,
    private readonly submitting: SubmitCaseHandler,
    private readonly reading: CaseReading,
    private readonly lists: CaseLists,
  ) {}

  @Handles(caseApi.draftCase)
  draftCase(request: contract.DraftCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.acts.draft(tx, request));
  }
  @Handles(caseApi.saveForm)
  saveForm(request: contract.SaveForm, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.acts.save(tx, request));
  }
  @Handles(caseApi.putMaterial)
  putMaterial(request: contract.PutMaterial, ctx: Ctx): Promise<View> {
    return this.attaching.execute(request, ctx);
  }
  @Handles(caseApi.checkCase)
  checkCase(request: contract.GetCase, ctx: Ctx): Promise<contract.CheckedCase> {
    return this.reading.check(request, ctx);
  }
  @Handles(caseApi.submitCase)
  submitCase(request: contract.SubmitCase, ctx: Ctx): Promise<View> {
    return this.submitting.execute(request, ctx);
  }
  @Handles(caseApi.discardCase)
  discardCase(request: contract.GetCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.acts.discard(tx, request));
  }
  @Handles(caseApi.withdrawCase)
  withdrawCase(request: contract.ActWithReason, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.acts.withdraw(tx, request));
  }
  @Handles(caseApi.rateCase)
  rateCase(request: contract.RateCase, ctx: Ctx): Promise<View> {
    return this.acting.execute(ctx, (tx) => this.acts.rate(tx, request));
  }
  @Handles(caseApi.listMyCases)
  listMyCases(request: contract.ListMyCases, ctx: Ctx): Promise<Page<contract.CaseRow>> {
    return this.lists.mine(request, ctx);
  }
}
