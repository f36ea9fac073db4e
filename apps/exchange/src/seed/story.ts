import type { Disclosure, DocumentType, RefusalReason, Urgency } from '@karez/contracts-exchange';

/** What became of one recipient's copy. */
export type Fate =
  | { readonly end: 'waiting'; readonly urged?: boolean }
  | { readonly end: 'signed' }
  | { readonly end: 'rejected' | 'returned'; readonly reason: RefusalReason; readonly text: string; readonly acknowledged?: boolean }
  | { readonly end: 'recalled'; readonly text: string }
  | { readonly end: 'revoked' | 'revoke_asked'; readonly text: string };

/** One invented document of the demonstration's month. */
export interface Story {
  readonly from: string;
  readonly type: DocumentType;
  readonly title: string;
  readonly code: string;
  readonly serial: number;
  readonly urgency?: Urgency;
  readonly disclosure?: Disclosure;
  /** Working days before today, and the time of day in Asia/Shanghai. */
  readonly daysAgo: number;
  readonly time: string;
  /** Names of bodies, or `group:<id>`. */
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly body: readonly string[];
  readonly signatory: string;
  readonly annotation?: string;
  readonly printQuota?: number;
  readonly note?: string;
  /** By the recipient's name; the others sign for it within some office hours, or, of late, wait. */
  readonly fates?: Readonly<Record<string, Fate>>;
  /** Every how many-th of the others still waits. */
  readonly everyNthWaits?: number;
}
