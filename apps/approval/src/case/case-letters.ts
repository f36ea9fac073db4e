import { Injectable } from '@nestjs/common';
import type { CaseDocument, DocumentKind } from '@karez/contracts-approval';
import { chinaDay } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Documents } from '../document/documents.js';
import type { PaperFacts } from '../document/paper-facts.js';
import type { ApprovalCase } from './case.entity.js';
import { CaseLog } from './case-log.js';

/** The numbered documents that acts on a case issue, in the act's own transaction. */
@Injectable()
export class CaseLetters {
  constructor(
    private readonly documents: Documents,
    private readonly log: CaseLog,
  ) {}

  /** What every document says of its case, and what this one says besides. */
  async issue(tx: Tx, kase: ApprovalCase, kind: DocumentKind, facts: Partial<PaperFacts>): Promise<CaseDocument> {
    const { id: caseId, orgId, applicantId, number, itemName, applicantName, applicantKind, subject, authority, submittedAt } = kase;
    const [office] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [orgId]);
    const orgName = office?.name ?? authority;
    const common = { itemName, applicantName, applicantKind, subject, authority, orgName, date: chinaDay(tx.ctx.now) };
    const received = submittedAt ? { submittedOn: chinaDay(submittedAt) } : {};
    const document = await this.documents.issue(tx, {
      ...{ kind, caseId, orgId, applicantId, caseNumber: number! },
      facts: { ...common, ...received, ...facts },
    });
    kase.issued(document);
    const said = { kind: 'document_issued' as const, text: `出具《${document.title}》（${document.number}）` };
    await this.log.note(tx, caseId, { ...said, orgName });
    return document;
  }
}
