import type { EventClass } from '@karez/contracts-kernel';
import type { CaseState } from './case-flow.js';
import type { DocumentKind } from './document.js';

/** A version of an item was published, or it was opened or closed to applications. */
export class ItemPublished {
  static readonly subject = 'evt.approval.item-published.v1';
  static readonly aggregate = 'item';
  constructor(
    readonly code: string,
    readonly name: string,
    readonly version: number,
    readonly open: boolean,
  ) {}
}
/** A case moved, or one of its limits did: a hint to look again. */
export class CaseMoved {
  static readonly subject = 'evt.approval.case-moved.v1';
  static readonly aggregate = 'case';
  constructor(
    readonly caseId: string,
    readonly orgId: string,
    readonly applicantId: string,
    readonly state: CaseState,
    readonly kind: string,
  ) {}
}
/** What others need to know of a decision without asking. A person's name is masked already. */
export interface DecisionFact {
  readonly number: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly holderName: string;
  /** What was applied for, in one line. */
  readonly subject: string;
  readonly granted: boolean;
  /** ISO 8601. */
  readonly decidedAt: string;
}
/** 决定: what the portal publishes (行政许可法 art. 40). */
export class CaseDecided {
  static readonly subject = 'evt.approval.case-decided.v1';
  static readonly aggregate = 'case';
  constructor(
    readonly caseId: string,
    readonly orgId: string,
    readonly decision: DecisionFact,
  ) {}
}
export interface TaskFact {
  readonly title: string;
  readonly state: 'pending' | 'claimed' | 'done' | 'cancelled';
  readonly orgId: string | null;
  readonly personId: string | null;
  readonly dueAt: string | null;
}
/** A task of the case was opened or ended, for the to-do list. */
export class CaseTaskChanged {
  static readonly subject = 'evt.approval.case-task-changed.v1';
  static readonly aggregate = 'case';
  constructor(
    readonly caseId: string,
    readonly taskId: string,
    readonly task: TaskFact,
  ) {}
}
export class DocumentIssued {
  static readonly subject = 'evt.approval.document-issued.v1';
  static readonly aggregate = 'case';
  constructor(
    readonly caseId: string,
    readonly documentId: string,
    readonly kind: DocumentKind,
    readonly number: string,
  ) {}
}
export const approvalEvents: readonly EventClass[] = [ItemPublished, CaseMoved, CaseDecided, CaseTaskChanged, DocumentIssued];
