import type { ExclusionKind, LimitKind } from '@karez/contracts-approval';

/** Time that a limit does not count. The day it begins on still counts, the day it ends on does not (《民法典》 art. 201). */
export interface Exclusion {
  readonly from: Date;
  /** Null while it lasts. */
  readonly to: Date | null;
  readonly kind: ExclusionKind;
  readonly basis: string;
  /** The document that told the applicant. */
  readonly documentNumber: string | null;
}
/** One limit of a case: what its due date is worked out from, never a countdown. Days are working days. */
export interface Limit {
  readonly kind: LimitKind;
  readonly startedAt: Date;
  readonly days: number;
  /** Added by the head of the body (《行政许可法》 art. 42). */
  readonly extension: { readonly days: number; readonly approver: string; readonly reason: string; readonly documentNumber: string } | null;
  readonly exclusions: readonly Exclusion[];
  /** When what it limits was done. */
  readonly endedAt: Date | null;
  readonly basis: string;
}
/** 并联审批, 统一办理, 集中办理 (《行政许可法》 art. 42): 45 working days, and 15 more by the head of the government. */
export const jointDays = { days: 45, extension: 15 } as const;
export const acceptanceDays = 5;
export const deliveryDays = 10;

export const lengthOf = ({ days, extension }: Limit): number => days + (extension?.days ?? 0);
