import { command, defineApi, ListRequest, query } from '@karez/contracts-kernel';
import {
  ArrayMaxSize,
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

/** How letters reach the other node: `nats` over leaf nodes, `push` by HTTPS to it, `pull` kept for it until it asks. */
export const peerLinks = ['nats', 'push', 'pull'] as const;
export type PeerLink = (typeof peerLinks)[number];

/** What one node tells another about itself; handed over by hand once, the fingerprint compared by telephone. */
export class NodeCard {
  /** `prefecture-653200` */
  @Matches(/^[a-z][a-z0-9-]{1,40}$/) nodeId!: string;
  @IsString() @Length(1, 80) name!: string;
  /** Root public key: uncompressed point in hexadecimal. */
  @Matches(/^04[0-9a-f]{128}$/) rootKey!: string;
  @IsString() rootKeyId!: string;
  /** Lowest and highest version of the protocol it speaks. */
  @IsArray() @IsInt({ each: true }) versions!: number[];
  /** Bodies it serves. */
  @IsArray() @ArrayMaxSize(500) @IsUUID(undefined, { each: true }) bodies!: string[];
}
export class JoinPeer extends NodeCard {
  @IsIn(peerLinks) link!: PeerLink;
  /** Base of the other node's API, for push and pull. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] }) @MaxLength(300) url?: string;
}
export class PeerView extends JoinPeer {
  @IsIn(['up', 'silent', 'stalled', 'paused']) health!: 'up' | 'silent' | 'stalled' | 'paused';
  @IsISO8601() joinedAt!: string;
  @IsOptional() @IsISO8601() heardAt?: string;
  @IsInt() waiting!: number;
  @IsOptional() @IsISO8601() oldestWaitingAt?: string;
  @IsOptional() @IsString() lastError?: string;
  /** Who must act, and what the next step is, in the office's words. */
  @IsOptional() @IsString() needs?: string;
  @IsString() fingerprint!: string;
}
export class Peers {
  @IsObject() self!: NodeCard & { fingerprint: string };
  @IsArray() @IsObject({ each: true }) items!: PeerView[];
}
/** A delivery, a letter or a key for which nothing happens until a person acts. */
export class NeedsPerson {
  @IsIn(['stalled', 'peer', 'key', 'dead_letter', 'returned', 'rejected']) kind!: string;
  @IsString() title!: string;
  @IsString() step!: string;
  @IsISO8601() since!: string;
  @IsOptional() @IsUUID() deliveryId?: string;
  @IsOptional() @IsUUID() dispatchId?: string;
}
export class NeedsPersonList {
  @IsArray() @IsObject({ each: true }) items!: NeedsPerson[];
}
const v = { version: 1 } as const;
export const peerApi = defineApi('exchange', {
  listPeers: query({
    ...{ ...v, http: 'GET /exchange/peers', needs: 'exchange.peer.read' },
    ...{ request: ListRequest, response: Peers, summary: '交换节点' },
  }),
  joinPeer: command({
    ...{ ...v, http: 'POST /exchange/peers', needs: 'exchange.peer.write', status: 201 },
    ...{ request: JoinPeer, response: PeerView, summary: '接入交换节点' },
  }),
  listNeedsPerson: query({
    ...{ ...v, http: 'GET /exchange/attention', needs: 'staff' },
    ...{ request: ListRequest, response: NeedsPersonList, summary: '需要人处理的交换事项' },
  }),
});
