import { Injectable } from '@nestjs/common';
import type { CaseView } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import type { ApprovalCase } from '../case.entity.js';
import { CaseViews } from '../case-views.js';

/** One act on one case is one transaction, answered with the case as it has left it. */
@Injectable()
export class ActOnCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: CaseViews,
  ) {}

  execute(ctx: Ctx, act: (tx: Tx) => Promise<ApprovalCase>): Promise<CaseView> {
    return this.unitOfWork.run(ctx, async (tx) => this.views.of(tx.manager, await act(tx), ctx));
  }
}
