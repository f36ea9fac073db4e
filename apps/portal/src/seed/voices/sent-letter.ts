import type { LetterClass, LetterKind } from '@karez/contracts-portal';

/** An invented letter and how far it has come; names are invented, and none carries a telephone or an address. */
export interface SentLetter {
  readonly key: string;
  readonly kind: LetterKind;
  readonly daysAgo: number;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  /** Office that it was given to. */
  readonly unit?: string;
  readonly letterClass?: LetterClass;
  readonly reply?: string;
  /** Days from receipt to the approved answer; without it a reply still waits for approval. */
  readonly answeredAfter?: number;
  readonly rating?: number;
  /** Why it was not taken up. */
  readonly closedFor?: string;
}
