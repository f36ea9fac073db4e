import { Injectable } from '@nestjs/common';
import type { OfficialText } from '@karez/contracts-oa';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Stage } from '../seed/stage.js';
import { DraftOutgoingHandler } from './commands/draft-outgoing.handler.js';
import { IssueOutgoingHandler } from './commands/issue-outgoing.handler.js';
import type { DocumentTale } from './document-tales.js';

interface Told {
  readonly documentId: string;
  readonly key: string;
  readonly text: OfficialText;
}

/** What the leader and the department's own office do with a document of the demonstration. */
@Injectable()
export class DocumentOffice {
  constructor(
    private readonly drafting: DraftOutgoingHandler,
    private readonly issuing: IssueOutgoingHandler,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async tell(stage: Stage, tale: DocumentTale, { documentId, key, text }: Told): Promise<void> {
    const days = Math.max(0, tale.daysAgo - 2);
    const act = (account: string, time: string, what: string) => stage.as(account, stage.at(days, time), `${key}/${what}`);
    if (tale.changes) {
      const on = await this.#digest(documentId);
      const save = { documentId, text: changed(text, tale.changes), ...on };
      await this.drafting.save(save, act('department.leader', '09:40', 'change'));
    }
    const { digest } = await this.#digest(documentId);
    await this.issuing.sign({ documentId, digest, opinion: '同意印发。' }, act('department.leader', '09:50', 'signed'));
    if (tale.until === 'rechecking') return;
    await this.issuing.recheck({ documentId, decision: 'pass' }, act('office.clerk', '11:05', 'recheck'));
    if (tale.until === 'numbering') return;
    await this.issuing.number({ documentId, code: tale.upward ? '新水规' : '新水办' }, act('office.clerk', '11:20', 'number'));
    await this.issuing.typeset({ documentId }, act('office.clerk', '15:40', 'typeset'));
    if (tale.until === 'proofreading') return;
    await this.issuing.proofread({ documentId, decision: 'pass' }, act('office.clerk', '16:10', 'proofread'));
    await this.issuing.seal({ documentId, copies: 8 }, act('office.clerk', '16:30', 'seal'));
  }

  async #digest(documentId: string): Promise<{ readonly textVersion: number; readonly digest: string }> {
    const [row] = await this.source.query<{ textVersion: number; digest: string }[]>(
      'select text_version as "textVersion", digest from outgoing_document where id = $1',
      [documentId],
    );
    return row!;
  }
}

function changed(text: OfficialText, [line, words]: readonly [number, string]): OfficialText {
  const content = text.body.content.map((block, at) =>
    at === line ? { type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] } : block,
  );
  return { ...text, body: { type: 'doc', content } };
}
