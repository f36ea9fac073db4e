import { Module } from '@nestjs/common';
import { SoftwareCryptoProvider } from '@karez/crypto';
import { type Environment, OrgCopy } from '@karez/service';
import { CalendarController } from './calendar/calendar.controller.js';
import { Calendars } from './calendar/calendars.js';
import { PutCalendarHandler } from './calendar/commands/put-calendar.handler.js';
import { SettleDuesTask } from './calendar/settle-dues.task.js';
import { WhenCalendarEntered } from './calendar/when-calendar-entered.reaction.js';
import { ApplicantActs } from './case/applicant-acts.js';
import { ApplicantController } from './case/applicant.controller.js';
import { CaseDesk } from './case/case-desk.js';
import { CaseDues } from './case/case-dues.js';
import { CaseLetters } from './case/case-letters.js';
import { CaseLog } from './case/case-log.js';
import { CaseReadingController } from './case/case-reading.controller.js';
import { CaseReading } from './case/case-reading.js';
import { CaseViews } from './case/case-views.js';
import { CaseLists } from './case/case.lists.js';
import { ActOnCaseHandler } from './case/commands/act-on-case.handler.js';
import { OpenMaterialHandler } from './case/commands/open-material.handler.js';
import { PutMaterialHandler } from './case/commands/put-material.handler.js';
import { SubmitCaseHandler } from './case/commands/submit-case.handler.js';
import { DecisionActs } from './case/decision-acts.js';
import { OfficeController } from './case/office.controller.js';
import { Progress } from './case/progress.js';
import { LampJob } from './case/lamp.job.js';
import { Rederive } from './case/rederive.js';
import { SilenceJob } from './case/silence.job.js';
import { RunningActs } from './case/running-acts.js';
import { WindowActs } from './case/window-acts.js';
import { ApprovalConfig } from './config.js';
import { OpenDocumentHandler } from './document/commands/open-document.handler.js';
import { DocumentController } from './document/document.controller.js';
import { Documents } from './document/documents.js';
import { MakePaperTask } from './document/make-paper.task.js';
import { Numbers } from './document/numbers.js';
import { PaperFiles } from './document/paper-files.js';
import { Printer } from './document/printer.js';
import { Seal } from './document/seal.js';
import { ImportItemsHandler } from './item/commands/import-items.handler.js';
import { OpenItemHandler } from './item/commands/open-item.handler.js';
import { ItemProcedures } from './item/item-procedures.js';
import { ItemPublisher } from './item/item-publisher.js';
import { ItemSheets } from './item/item-sheets.js';
import { ItemController } from './item/item.controller.js';
import { ItemLists } from './item/item.lists.js';
import { ApprovalRounds } from './jobs/rounds.js';
import { RevokeLicenceHandler } from './licence/commands/revoke-licence.handler.js';
import { LicenceController } from './licence/licence.controller.js';
import { LicenceLists } from './licence/licence.lists.js';
import { Licences } from './licence/licences.js';
import { RenewalJob } from './licence/renewal.job.js';
import { CaseFiles } from './material/case-files.js';
import { CaseMaterials } from './material/case-materials.js';
import { MigrateProcedureHandler } from './procedure/commands/migrate-procedure.handler.js';
import { PublishProcedureHandler } from './procedure/commands/publish-procedure.handler.js';
import { ProcedureController } from './procedure/procedure.controller.js';
import { ProcedureLists } from './procedure/procedure.lists.js';
import { DecisionLists } from './register/decision.lists.js';
import { RegisterController } from './register/register.controller.js';
import { Verification } from './register/verification.js';
import { WrongCodes } from './register/wrong-codes.js';
import { CatalogueTask } from './seed/catalogue.task.js';
import { DemonstrationTask } from './seed/demonstration.task.js';
import { Narrator } from './seed/narrator.js';
import { Reviewing } from './seed/reviewing.js';
import { SampleFiles } from './seed/sample-files.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { Statistics } from './statistics/statistics.js';
import { caseEngine } from './task/case-engine.js';
import { CaseRun } from './task/case-run.js';
import { ActOnTaskHandler } from './task/commands/act-on-task.handler.js';
import { StepDues } from './task/step-dues.js';
import { TaskActs } from './task/task-acts.js';
import { TaskController } from './task/task.controller.js';
import { TaskLists } from './task/task.lists.js';

const item = [ItemLists, ItemSheets, ItemProcedures, ItemPublisher, ImportItemsHandler, OpenItemHandler];
const material = [CaseMaterials, CaseFiles];
const task = [caseEngine, CaseRun, StepDues, TaskActs, TaskLists, ActOnTaskHandler];
const kase = [
  ...[CaseDesk, CaseDues, CaseLetters, CaseLog, CaseViews, CaseReading, CaseLists, Progress],
  ...[ApplicantActs, WindowActs, RunningActs, DecisionActs, Rederive, SilenceJob, LampJob, ApprovalRounds],
  ...[ActOnCaseHandler, PutMaterialHandler, SubmitCaseHandler, OpenMaterialHandler],
];
const settings = [
  { provide: ApprovalConfig, inject: ['Environment'], useFactory: (environment: Environment) => new ApprovalConfig(environment) },
  {
    provide: 'CryptoProvider',
    inject: [ApprovalConfig],
    useFactory: (config: ApprovalConfig) => new SoftwareCryptoProvider({ masterKeys: config.masterKeys() }),
  },
];
const paper = [
  ...[Calendars, PutCalendarHandler, SettleDuesTask, WhenCalendarEntered],
  ...[Numbers, Seal, Documents, Printer, PaperFiles, MakePaperTask, OpenDocumentHandler],
  ...[Licences, LicenceLists, RevokeLicenceHandler, RenewalJob, WrongCodes, Verification, DecisionLists, Statistics],
  ...[ProcedureLists, PublishProcedureHandler, MigrateProcedureHandler],
];
const seed = [CatalogueTask, DemonstrationTask, Narrator, Reviewing, SampleFiles];

/** 行政审批: one window in, the same window out. */
@Module({
  controllers: [
    ...[ItemController, ApplicantController, OfficeController, CaseReadingController, TaskController],
    ...[DocumentController, LicenceController, RegisterController, CalendarController, StatisticsController, ProcedureController],
  ],
  providers: [OrgCopy, ...settings, ...item, ...material, ...task, ...kase, ...paper, ...seed],
})
export class ApprovalModule {}
