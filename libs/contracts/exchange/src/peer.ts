import { command, defineApi, Empty, query } from '@karez/contracts-kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';

/**
 * How post goes between this node and another: `nats` over leaf nodes of the broker, `push` by HTTPS from either side to the other,
 * `fetch` by HTTPS to it, asking each time for what it keeps for us (we cannot be reached), `held` kept here until it asks (the other end of `fetch`).
 */
export const peerLinks = ['nats', 'push', 'fetch', 'held'] as const;
export type PeerLink = (typeof peerLinks)[number];
/** `up` answered within two minutes, `silent` longer ago or with a failure, `new` never yet. */
export const peerHealths = ['up', 'silent', 'new'] as const;
export type PeerHealth = (typeof peerHealths)[number];

/** Versions of the protocol between nodes that this node speaks. */
export const nodeProtocolVersions: readonly number[] = [1];

/** 节点名片: what one node tells another about itself; handed over once by hand, the fingerprint of the root key compared by telephone. */
export class NodeCard {
  /** `hetian` */
  @Matches(/^[a-z][a-z0-9-]{1,40}$/) nodeId!: string;
  @IsString() @Length(1, 80) name!: string;
  /** Root public key: uncompressed point in hexadecimal. */
  @Matches(/^04[0-9a-f]{128}$/) rootKey!: string;
  @IsString() @Length(1, 80) rootKeyId!: string;
  @IsISO8601() rootValidFrom!: string;
  /** Versions of the protocol that it speaks. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsInt({ each: true }) versions!: number[];
}
export class JoinPeer extends NodeCard {
  @IsIn(peerLinks) link!: PeerLink;
  /** Base of the other node's API, `https://host/api`; for `push` and `fetch`. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] }) @MaxLength(300) url?: string;
  /** The bodies that it serves. Each is served by one node alone. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) bodyIds!: string[];
}
export class PeerRef {
  @Matches(/^[a-z][a-z0-9-]{1,40}$/) nodeId!: string;
}
export class PeerView extends JoinPeer {
  @IsIn(peerHealths) health!: PeerHealth;
  /** SM3 of the root key's point, hexadecimal. */
  @IsString() fingerprint!: string;
  @IsISO8601() joinedAt!: string;
  @IsOptional() @IsISO8601() heardAt?: string;
  /** Names of the bodies, in the order of the directory. */
  @IsArray() @IsString({ each: true }) bodyNames!: string[];
  /** Letters that wait for it, and those of them that wait for a person. */
  @IsInt() waiting!: number;
  @IsInt() parked!: number;
  @IsOptional() @IsISO8601() oldestWaitingAt?: string;
  /** Code of the last failure, absent once it answered again. */
  @IsOptional() @IsString() lastError?: string;
}
export class Peers {
  /** This node's own card, to be handed over. */
  @IsObject() self!: NodeCard & { fingerprint: string };
  @IsArray() @IsObject({ each: true }) items!: PeerView[];
}

const v = { version: 1 } as const;
const at = '/exchange/peers/:nodeId';
export const peerApi = defineApi('exchange', {
  listPeers: query({
    ...{ ...v, http: 'GET /exchange/peers', needs: 'exchange.peer.read' },
    ...{ request: Empty, response: Peers, summary: '交换节点' },
  }),
  joinPeer: command({
    ...{ ...v, http: 'POST /exchange/peers', needs: 'exchange.peer.write', stepUp: true, status: 201 },
    ...{ request: JoinPeer, response: PeerView, summary: '接入交换节点，或更新它的名片' },
  }),
  leavePeer: command({
    ...{ ...v, http: `DELETE ${at}`, needs: 'exchange.peer.write', stepUp: true },
    ...{ request: PeerRef, response: Empty, summary: '断开交换节点' },
  }),
  retryPeer: command({
    ...{ ...v, http: `POST ${at}/retry`, needs: 'exchange.peer.write' },
    ...{ request: PeerRef, response: PeerView, summary: '立即重投给这个节点' },
  }),
});
