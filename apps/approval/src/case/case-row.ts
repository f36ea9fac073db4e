import type { CaseRow } from '@karez/contracts-approval';
import type { WorkingCalendar } from '@karez/kernel';
import { lampAt } from '../clock/lamp.policy.js';
import type { ApprovalCase } from './case.entity.js';

export type RowColumns = Pick<ApprovalCase, 'id' | 'number' | 'itemCode' | 'itemName' | 'subject' | 'applicantName' | 'state' | 'submittedAt' | 'dueAt' | 'provisional' | 'version'>; // prettier-ignore
export const rowColumns = ['id', 'number', 'itemCode', 'itemName', 'subject', 'applicantName', 'state', 'submittedAt', 'dueAt', 'provisional', 'version'] as const satisfies readonly (keyof RowColumns)[]; // prettier-ignore

export const caseRow = (row: RowColumns, calendar: WorkingCalendar, now: Date): CaseRow => ({
  ...{ id: row.id, itemCode: row.itemCode, itemName: row.itemName, subject: row.subject, applicantName: row.applicantName },
  ...(row.number !== null && { number: row.number }),
  ...{ state: row.state, provisional: row.provisional, version: row.version },
  ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
  ...(row.dueAt && { dueAt: row.dueAt.toISOString() }),
  lamp: lampAt(calendar, row.dueAt, now),
});
