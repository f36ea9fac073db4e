import type { FeedKind } from '@karez/contracts-exchange';
import type { FeedPlace } from './feed-cursor.js';

/** What a courier knows of the webhook that is leased to it. */
export interface LeasedWebhook extends FeedPlace {
  readonly id: string;
  readonly orgId: string;
  readonly url: string;
  /** What is posted; everything when it is empty. */
  readonly kinds: readonly FeedKind[];
  readonly wrapped: Buffer;
  readonly failures: number;
  readonly lease: string;
}
export const leasedColumns = `id, org_id as "orgId", url, kinds, wrapped, failures, lease, txid::text as txid, position::text as position`;

/** A wrapped secret opens only in its own row. */
export const contextOf = (orgId: string, id: string): string => `webhook:${orgId}:${id}`;
