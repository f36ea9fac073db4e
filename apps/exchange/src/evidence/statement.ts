import type { SignedStatement, StatementBody, StatementKind } from '@karez/contracts-exchange';

/** The parts of a delivery that every statement about it repeats, so that none can be used for another. */
export interface DeliveryRef {
  readonly deliveryId: string;
  readonly dispatchId: string;
  readonly documentDigest: string;
  readonly senderId: string;
  readonly recipientId: string;
}
/** What a body says of a delivery. */
export interface Saying extends Pick<StatementBody, 'by' | 'reason' | 'details' | 'epoch'> {
  readonly kind: StatementKind;
}
/** A statement that was made here or verified here. */
export interface KnownStatement extends SignedStatement {
  /** SM3 of `body`, hexadecimal: its name. */
  readonly digest: string;
  readonly says: StatementBody;
  /** `HZ-2026-1A2B3C4D` */
  readonly number: string;
}

const bySender: readonly StatementKind[] = ['consign', 'recall', 'revoke', 'urge', 'acknowledged'];
/** The side whose signature a kind carries. */
export const signerOf = (says: Pick<StatementBody, 'kind' | 'senderId' | 'recipientId'>): string =>
  bySender.includes(says.kind) ? says.senderId : says.recipientId;
/** The side that it is told to. */
export const addresseeOf = (says: Pick<StatementBody, 'kind' | 'senderId' | 'recipientId'>): string =>
  bySender.includes(says.kind) ? says.recipientId : says.senderId;
/** Whether it is the holder's word on what became of the document. */
export const isReceipt = (kind: StatementKind): boolean => !bySender.includes(kind);

export const purposeOf = (kind: StatementKind): string => `exchange.${kind}`;
export const numberOf = ({ at }: Pick<StatementBody, 'at'>, digest: string): string =>
  `HZ-${at.slice(0, 4)}-${digest.slice(0, 8).toUpperCase()}`;
