import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { procedureApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { MigrateProcedureHandler } from './commands/migrate-procedure.handler.js';
import { PublishProcedureHandler } from './commands/publish-procedure.handler.js';
import { ProcedureLists } from './procedure.lists.js';

@Controller()
export class ProcedureController implements Handlers<typeof procedureApi> {
  constructor(
    private readonly lists: ProcedureLists,
    private readonly publishing: PublishProcedureHandler,
    private readonly migration: MigrateProcedureHandler,
  ) {}

  @Handles(procedureApi.listProcedures)
  listProcedures(request: contract.ListProcedures, _ctx: Ctx): Promise<Page<contract.ProcedureRow>> {
    return this.lists.page(request);
  }
  @Handles(procedureApi.getProcedure)
  getProcedure(request: contract.GetProcedure, _ctx: Ctx): Promise<contract.ProcedureView> {
    return this.lists.get(request);
  }
  @Handles(procedureApi.publishProcedure)
  publishProcedure(request: contract.PublishProcedure, ctx: Ctx): Promise<contract.ProcedureView> {
    return this.publishing.publish(request, ctx);
  }
  @Handles(procedureApi.importBpmn)
  importBpmn(request: contract.ImportBpmn, ctx: Ctx): Promise<contract.ProcedureImported> {
    return this.publishing.import(request, ctx);
  }
  @Handles(procedureApi.exportBpmn)
  async exportBpmn(request: contract.GetProcedure, _ctx: Ctx): Promise<contract.BpmnText> {
    return { xml: await this.lists.bpmn(request) };
  }
  @Handles(procedureApi.migrateProcedure)
  migrateProcedure(request: contract.MigrateProcedure, ctx: Ctx): Promise<contract.Migrated> {
    return this.migration.execute(request, ctx);
  }
}
