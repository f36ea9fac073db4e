import type { ColumnType } from '@karez/contracts-portal';

export interface ColumnFact {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly orgName: string;
  /** Promise of the column, in days. */
  readonly longestSilence: number | null;
  readonly live: number;
  /** When something was published last in it or below it. */
  readonly last: Date | null;
}
export interface DatedFact {
  readonly id: string;
  /** A receipt or a title; nothing that tells who wrote it. */
  readonly name: string;
  readonly orgName: string;
  readonly since: Date;
  readonly bitesAt: Date;
}
/** What the rules look at, of one site at one moment. */
export interface SiteFacts {
  readonly at: Date;
  readonly last: Date | null;
  readonly columns: readonly ColumnFact[];
  /** Unanswered letters, with the day on which three months are over. */
  readonly letters: readonly DatedFact[];
  /** Requests whose clock runs, and texts of the disclosure catalogue that are not public yet, with the day on which they are due. */
  readonly disclosures: readonly DatedFact[];
}
