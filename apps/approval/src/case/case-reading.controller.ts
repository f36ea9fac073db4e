import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { caseApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { CaseReading } from './case-reading.js';
import { CaseLists } from './case.lists.js';
import { OpenMaterialHandler } from './commands/open-material.handler.js';
import { Progress } from './progress.js';

/** Reading of cases, by whoever may. */
@Controller()
export class CaseReadingController implements Handlers<
  typeof caseApi,
  'getCase' | 'openMaterial' | 'listCases' | 'countCases' | 'getProgress'
> {
  constructor(
    private readonly reading: CaseReading,
    private readonly lists: CaseLists,
    private readonly opening: OpenMaterialHandler,
    private readonly progress: Progress,
  ) {}

  @Handles(caseApi.getCase)
  getCase(request: contract.GetCase, ctx: Ctx): Promise<contract.CaseView> {
    return this.reading.get(request, ctx);
  }
  @Handles(caseApi.openMaterial)
  openMaterial(request: contract.OpenMaterial, ctx: Ctx): Promise<contract.MaterialLink> {
    return this.opening.execute(request, ctx);
  }
  @Handles(caseApi.listCases)
  listCases(request: contract.ListCases, ctx: Ctx): Promise<Page<contract.CaseRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(caseApi.countCases)
  countCases(request: contract.ListCases, ctx: Ctx): Promise<contract.CaseCounts> {
    return this.lists.counts(request, ctx);
  }
  @Handles(caseApi.getProgress)
  getProgress(request: contract.GetProgress, ctx: Ctx): Promise<contract.ProgressView> {
    return this.progress.get(request, ctx);
  }
}
