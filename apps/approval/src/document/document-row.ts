import { type CaseDocument, type DocumentKind, documentNames } from '@karez/contracts-approval';
import type { DetachedSignature, JsonValue } from '@karez/crypto';
import type { PaperFacts } from './paper-facts.js';

/** One issued document as its row holds it. */
export interface DocumentRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: DocumentKind;
  readonly orgId: string;
  readonly applicantId: string;
  readonly caseNumber: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly verifyCode: string;
  readonly facts: PaperFacts;
  readonly seal: DetachedSignature;
  readonly fileId: string | null;
  /** SM3 of the paper, hex. */
  readonly digest: string | null;
  readonly paperSeal: DetachedSignature | null;
}
export const documentColumns = `id, case_id as "caseId", kind, org_id as "orgId", applicant_id as "applicantId", case_number as "caseNumber",
  number, issued_at as "issuedAt", verify_code as "verifyCode", facts, seal, file_id as "fileId", digest, paper_seal as "paperSeal"`;

export const documentPurpose = 'approval.document';
export const paperPurpose = 'approval.paper';

/** What is signed when a document is issued: all that it says. */
export const statementOf = (row: Omit<DocumentRow, 'seal' | 'fileId' | 'digest' | 'paperSeal'>): JsonValue => ({
  ...{ v: 1, id: row.id, kind: row.kind, number: row.number, issuedAt: row.issuedAt.toISOString(), code: row.verifyCode },
  ...{ caseId: row.caseId, caseNumber: row.caseNumber, orgId: row.orgId, applicantId: row.applicantId },
  facts: row.facts as unknown as JsonValue,
});
/** What is signed when its paper is made. */
export const paperStatementOf = ({ id, number }: Pick<DocumentRow, 'id' | 'number'>, digest: string): JsonValue => ({
  ...{ v: 1, id, number, digest },
});

export const titleOf = ({ kind, facts }: Pick<DocumentRow, 'kind' | 'facts'>): string =>
  kind === 'licence' ? (facts.licenceName ?? documentNames.licence) : documentNames[kind];
export const documentView = (row: DocumentRow): CaseDocument => ({
  ...{ id: row.id, kind: row.kind, title: titleOf(row), number: row.number, issuedAt: row.issuedAt.toISOString() },
  ...{ ready: row.fileId !== null, verifyCode: row.verifyCode },
});
