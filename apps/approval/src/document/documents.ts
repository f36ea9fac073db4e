import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseDocument, DocumentKind } from '@karez/contracts-approval';
import { chinaDay, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { ApprovalConfig } from '../config.js';
import { documentColumns, documentPurpose, type DocumentRow, documentView, statementOf } from './document-row.js';
import { Numbers } from './numbers.js';
import type { PaperFacts } from './paper-facts.js';
import { Seal } from './seal.js';

export interface DocumentRequest {
  readonly kind: DocumentKind;
  readonly caseId: string;
  readonly orgId: string;
  readonly applicantId: string;
  readonly caseNumber: string;
  readonly facts: PaperFacts;
}
export const makePaperTask = 'approval.make-paper';
/** Without those that are read as another: 0 and O, 1 and I. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 12;

/** What the numbers of each kind begin with, behind the mark of the body. */
const kindMarks: Readonly<Record<Exclude<DocumentKind, 'licence'>, string>> = {
  ...{ acceptance: '受', correction: '补', not_needed: '不受', refusal: '不予受', excluded_time: '除外', extension: '延' },
  ...{ grant: '准', denial: '不准' },
};

/** The numbered documents of cases: issued and sealed in the act's own transaction, printed to a paper by a task afterwards. */
@Injectable()
export class Documents {
  constructor(
    private readonly numbers: Numbers,
    private readonly seal: Seal,
    private readonly config: ApprovalConfig,
  ) {}

  async issue(tx: Tx, { facts, ...request }: DocumentRequest): Promise<CaseDocument> {
    const { manager, ctx } = tx;
    const { kind } = request;
    const year = Number(chinaDay(ctx.now).slice(0, 4));
    const mark = kind === 'licence' ? (facts.licenceMark ?? `${this.config.mark}证`) : `${this.config.mark}${kindMarks[kind]}`;
    const number = `${mark}〔${year}〕${await this.numbers.next(manager, mark, year)}号`;
    const verifyCode = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
    // as the column gives it back: what is undefined is not there
    const kept = JSON.parse(JSON.stringify(facts)) as PaperFacts;
    const said = { ...request, id: newId(), number, issuedAt: ctx.now, verifyCode, facts: kept };
    const seal = await this.seal.sign(manager, statementOf(said), documentPurpose, ctx.now);
    await manager.query(
      `insert into case_document (id, case_id, kind, org_id, applicant_id, case_number, number, issued_at, verify_code, facts, seal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[said.id, said.caseId, kind, said.orgId, said.applicantId, said.caseNumber, number, ctx.now, verifyCode],
        ...[JSON.stringify(kept), JSON.stringify(seal)],
      ],
    );
    await tx.schedule(makePaperTask, ctx.now, { documentId: said.id });
    return documentView({ ...said, seal, fileId: null, digest: null, paperSeal: null });
  }

  async ofCase(manager: EntityManager, caseId: string): Promise<CaseDocument[]> {
    const rows = await manager.query<DocumentRow[]>(
      `select ${documentColumns} from case_document where case_id = $1 order by issued_at, id`,
      [caseId],
    );
    return rows.map(documentView);
  }

  async find(manager: EntityManager, by: { readonly id: string } | { readonly verifyCode: string }): Promise<DocumentRow | undefined> {
    const [column, value] = 'id' in by ? ['id', by.id] : ['verify_code', by.verifyCode];
    const [row] = await manager.query<DocumentRow[]>(`select ${documentColumns} from case_document where ${column} = $1`, [value]);
    return row;
  }
}
