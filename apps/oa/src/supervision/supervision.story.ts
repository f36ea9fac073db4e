import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PartGiven, SupervisionSource } from '@karez/contracts-oa';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Demonstration, type Story } from '../seed/demonstration.js';
import type { Stage } from '../seed/stage.js';
import { AssignSupervisionHandler } from './commands/assign-supervision.handler.js';
import { CloseSupervisionHandler } from './commands/close-supervision.handler.js';
import { EstablishSupervisionHandler } from './commands/establish-supervision.handler.js';
import { HandleSupervisionHandler } from './commands/handle-supervision.handler.js';
import { RegisterSupervisionHandler } from './commands/register-supervision.handler.js';
import { type SupervisionTale, supervisionTales } from './supervision-tales.js';

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

/** What the bodies do with an item once they have it. */
@Injectable()
export class SupervisionWork {
  constructor(
    private readonly handling: HandleSupervisionHandler,
    private readonly closing: CloseSupervisionHandler,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async tell(stage: Stage, tale: SupervisionTale, { itemId, key }: { readonly itemId: string; readonly key: string }): Promise<void> {
    const day = tale.daysAgo - 1;
    const act = (account: string, days: number, time: string, what: string) => stage.as(account, stage.at(days, time), `${key}/${what}`);
    const parts = await this.source.query<{ id: string; org_id: string; role: string }[]>(
      'select id, org_id, role from supervision_part where item_id = $1',
      [itemId],
    );
    const lead = parts.find(({ role }) => role === 'lead')!;
    await this.handling.accept({ itemId, partId: lead.id }, act(tale.leadBy, day, '11:30', 'accept'));
    for (const [body, , by] of tale.assists ?? []) {
      const part = parts.find(({ org_id }) => org_id === stage.body(body))!;
      await this.handling.accept({ itemId, partId: part.id }, act(by, day, '15:10', `accept/${body}`));
      if (tale.until !== 'handling')
        await this.handling.report({ itemId, partId: part.id, progress: 100, text: '本单位承担的任务已完成，资料已送主办单位。' }, act(by, Math.max(0, day - 3), '17:20', `done/${body}`)); // prettier-ignore
    }
    for (const [index, [after, progress, text]] of (tale.reports ?? []).entries())
      await this.handling.report(
        { itemId, partId: lead.id, progress, text },
        act(tale.leadBy, Math.max(0, day - after), '16:40', `report/${index}`),
      );
    if (tale.until === 'handling') return;
    await this.closing.ask({ itemId, result: tale.result! }, act(tale.leadBy, Math.max(0, day - 5), '10:00', 'ask'));
    if (tale.until === 'closing') return;
    await this.closing.review({ itemId, decision: 'pass' }, act('office.supervisor', Math.max(0, day - 6), '09:50', 'review'));
    if (tale.until === 'reviewed') return;
    await this.closing.confirm(
      { itemId, decision: 'pass', opinion: '同意销号。' },
      act('department.leader', Math.max(0, day - 7), '15:30', 'confirm'),
    );
    await this.closing.evaluate({ itemId, score: tale.score ?? 5 }, act('office.supervisor', Math.max(0, day - 8), '11:15', 'evaluate'));
  }
}
