import type { FormValues, LawfulExclusion } from '@karez/contracts-approval';

/** What acts on a case are given. */
export interface Applicant {
  readonly id: string;
  readonly name: string;
}
export interface DraftOf {
  readonly id?: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly itemVersion: number;
  readonly authority: string;
  readonly orgId: string;
  readonly subject: string;
  readonly applicantKind: 'person' | 'company';
  readonly contactPhone: string;
  readonly agentName?: string | undefined;
  readonly supersedesId?: string;
  readonly values?: FormValues;
}
export interface Exclusion {
  readonly kind: LawfulExclusion;
  readonly documentNumber: string;
}
export interface Extension {
  readonly days: number;
  readonly approver: string;
  readonly reason: string;
  readonly documentNumber: string;
}
