import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Stage } from '../seed/stage.js';
import { CloseSupervisionHandler } from './commands/close-supervision.handler.js';
import { HandleSupervisionHandler } from './commands/handle-supervision.handler.js';
import type { SupervisionTale } from './supervision-tales.js';

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
