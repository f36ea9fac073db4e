import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Addressee, Block, OfficialText } from '@karez/contracts-oa';
import { Demonstration, type Story } from '../seed/demonstration.js';
import type { Stage } from '../seed/stage.js';
import { DraftOutgoingHandler } from './commands/draft-outgoing.handler.js';
import { RouteOutgoingHandler } from './commands/route-outgoing.handler.js';
import { DocumentOffice } from './document-office.js';
import { type DocumentTale, documentTales } from './document-tales.js';

const department = '新疆维吾尔自治区水利厅';

/** The documents of the month: one in each phase, told through the same commands that people use. */
@Injectable()
export class DocumentStory implements Story, OnModuleInit {
  readonly name = 'documents';
  readonly order = 10;

  constructor(
    private readonly demonstration: Demonstration,
    private readonly drafting: DraftOutgoingHandler,
    private readonly routing: RouteOutgoingHandler,
    private readonly office: DocumentOffice,
  ) {}

  onModuleInit(): void {
    this.demonstration.add(this);
  }

  async tell(stage: Stage): Promise<void> {
    for (const [index, tale] of documentTales.entries()) await this.#tell(stage, tale, `document/${index}`);
  }

  async #tell(stage: Stage, tale: DocumentTale, key: string): Promise<void> {
    const act = (account: string, days: number, time: string, what: string) =>
      stage.as(account, stage.at(Math.max(0, days), time), `${key}/${what}`);
    const text = textOf(stage, tale);
    const { documentId } = await this.drafting.draft({ text }, act(tale.by, tale.daysAgo, '09:30', 'draft'));
    if (tale.until === 'drafting') return;
    if (tale.reviewer) {
      const to = { documentId, to: 'reviewing' as const, handlers: [{ personId: stage.person(tale.reviewer).id }] };
      await this.routing.forward(to, act(tale.by, tale.daysAgo, '10:40', 'review'));
      if (tale.until === 'reviewing') return;
    }
    const sender = tale.reviewer ?? tale.by;
    if (tale.countersigners) {
      const handlers = tale.countersigners.map((account) => ({ personId: stage.person(account).id }));
      const round = { documentId, to: 'countersigning' as const, handlers, opinion: '拟同意，请相关处室会签。' };
      await this.routing.forward(round, act(sender, tale.daysAgo, '16:20', 'round'));
      const [first, ...rest] = tale.countersigners;
      await this.routing.opine({ documentId, verdict: 'agree', text: '同意。' }, act(first!, tale.daysAgo - 1, '10:12', `opine/${first}`));
      if (tale.until === 'countersigning') return;
      for (const account of rest)
        await this.routing.opine(
          { documentId, verdict: 'agree', text: '同意。测报频次建议写明。' },
          act(account, tale.daysAgo - 1, '12:18', `opine/${account}`),
        );
    }
    const leader = {
      documentId,
      to: 'signing' as const,
      handlers: [{ personId: stage.person('department.leader').id }],
      opinion: '请签发。',
    };
    await this.routing.forward(leader, act(sender, tale.daysAgo - 1, '16:50', 'sign'));
    if (tale.until !== 'signing') await this.office.tell(stage, tale, { documentId, key, text });
  }
}

/** The text of a tale as its drafter writes it. */
export function textOf(stage: Stage, { title, genre, layout, urgency, upward, lines, to, copies, annexes }: DocumentTale): OfficialText {
  return {
    ...{ genre, layout: layout ?? 'general', urgency: urgency ?? 'none', disclosure: 'on_request', upward: upward ?? false, title },
    issuers: [{ orgId: stage.body(department), name: department }],
    addressees: to.map((name) => addresseeOf(stage, name)),
    body: { type: 'doc', content: lines.map(blockOf) },
    annexes: [...(annexes ?? [])],
    copies: (copies ?? []).map((name) => addresseeOf(stage, name)),
  };
}
function addresseeOf(stage: Stage, name: string): Addressee {
  const orgId = stage.bodyIfAny(name);
  return { ...(orgId && { orgId }), name };
}
export function blockOf(line: string): Block {
  const content = [{ type: 'text' as const, text: line }];
  return /^[一二三四五六七八九十]+、/.test(line) && line.length < 30
    ? { type: 'heading', attrs: { level: 1 }, content }
    : { type: 'paragraph', content };
}
