import type { PeerLink } from '@karez/contracts-exchange';

/** One row of `peer`: another installation, with services and a database of its own. */
export interface Peer {
  readonly nodeId: string;
  readonly name: string;
  readonly link: PeerLink;
  /** Base of its API, for links by HTTPS. */
  readonly url: string | null;
  readonly rootKeyId: string;
  readonly versions: readonly number[];
  readonly joinedAt: Date;
  readonly heardAt: Date | null;
  readonly failedAt: Date | null;
  readonly lastError: string | null;
}
export const peerColumns = `node_id as "nodeId", name, link, url, root_key_id as "rootKeyId", versions, joined_at as "joinedAt",
  heard_at as "heardAt", failed_at as "failedAt", last_error as "lastError"`;

/** Owner of a node's root key. */
export const rootOwner = (nodeId: string): string => `node:${nodeId}`;
