import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { documentApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DecisionLists } from './decision.lists.js';
import { Verification } from './verification.js';

/** What is open to everybody. */
@Controller()
export class RegisterController implements Handlers<typeof documentApi, 'listDecisions' | 'verifyDocument'> {
  constructor(
    private readonly decisions: DecisionLists,
    private readonly verification: Verification,
  ) {}

  @Handles(documentApi.listDecisions)
  listDecisions(request: contract.ListDecisions, _ctx: Ctx): Promise<Page<contract.PublishedDecision>> {
    return this.decisions.page(request);
  }
  @Handles(documentApi.verifyDocument)
  verifyDocument(request: contract.VerifyDocument, ctx: Ctx): Promise<contract.VerifiedDocument> {
    return this.verification.verify(request, ctx);
  }
}
