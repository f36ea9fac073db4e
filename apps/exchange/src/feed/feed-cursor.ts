import { DomainError } from '@karez/kernel';

/** A place in the feed: events are told in the order of (txid, position). Both are decimal numbers of 64 bits. */
export interface FeedPlace {
  readonly txid: string;
  readonly position: string;
}
export const beginning = '0:0';
const mostTxid = 2n ** 64n - 1n;
const mostPosition = 2n ** 63n - 1n;

export const cursorOf = ({ txid, position }: FeedPlace): string => `${txid}:${position}`;

/** @throws DomainError `list.cursor_invalid` for numbers that the database has no room for */
export function placeOf(cursor: string): FeedPlace {
  const [, txid, position] = /^(\d{1,20}):(\d{1,20})$/.exec(cursor) ?? [];
  if (txid === undefined || position === undefined || BigInt(txid) > mostTxid || BigInt(position) > mostPosition)
    throw new DomainError('list.cursor_invalid');
  return { txid, position };
}
