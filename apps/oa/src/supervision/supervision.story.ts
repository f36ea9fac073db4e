import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PartGiven, SupervisionSource } from '@karez/contracts-oa';
import { Demonstration, type Story } from '../seed/demonstration.js';
import type { Stage } from '../seed/stage.js';
import { AssignSupervisionHandler } from './commands/assign-supervision.handler.js';
import { EstablishSupervisionHandler } from './commands/establish-supervision.handler.js';
import { RegisterSupervisionHandler } from './commands/register-supervision.handler.js';
import { type SupervisionTale, supervisionTales } from './supervision-tales.js';
import { SupervisionWork } from './supervision-work.js';

/** The supervised items of the month: one of each kind of state, and lamps of each colour. */
@Injectable()
export class SupervisionStory implements Story, OnModuleInit {
  readonly name = 'supervision';
  readonly order = 50;

  constructor(
    private readonly demonstration: Demonstration,
    private readonly registering: RegisterSupervisionHandler,
    private readonly establishing: EstablishSupervisionHandler,
    private readonly assigning: AssignSupervisionHandler,
    private readonly work: SupervisionWork,
  ) {}

  onModuleInit(): void {
    this.demonstration.add(this);
  }

  async tell(stage: Stage): Promise<void> {
    for (const [index, tale] of supervisionTales.entries()) await this.#tell(stage, tale, `supervision/${index}`);
  }

  async #tell(stage: Stage, tale: SupervisionTale, key: string): Promise<void> {
    const begun = tale.daysAgo;
    const act = (account: string, days: number, time: string, what: string) => stage.as(account, stage.at(days, time), `${key}/${what}`);
    const { title, content, source, sourceText } = tale;
    const { itemId } = await this.registering.execute(
      {
        ...{ title, content, source: source as SupervisionSource, dueOn: stage.day(tale.dueIn) },
        ...(sourceText && { sourceText }),
        leaderId: stage.person('department.leader').id,
      },
      act('office.supervisor', begun, '10:20', 'register'),
    );
    if (tale.until === 'registered') return;
    await this.establishing.establish({ itemId, opinion: '同意立项，请按期办结。' }, act('department.leader', begun, '16:05', 'establish'));
    if (tale.until === 'established') return;
    const assists: PartGiven[] = (tale.assists ?? []).map(([body, task]) => ({ orgId: stage.body(body), content: task }));
    const assigned = act('office.supervisor', begun - 1, '09:40', 'assign');
    await this.assigning.assign({ itemId, leadOrgId: stage.body(tale.lead), assists }, assigned);
    if (tale.until !== 'assigned') await this.work.tell(stage, tale, { itemId, key });
  }
}
