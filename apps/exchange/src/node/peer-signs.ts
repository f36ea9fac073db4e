import { Injectable } from '@nestjs/common';
import type { NodePost } from '@karez/contracts-exchange';
import { ForeignKeys } from './foreign-keys.js';
import type { Peer } from './peer.js';
import { Peers } from './peers.js';

/** What every post and every reply tells besides: that the node is there, and which of its keys are revoked. */
@Injectable()
export class PeerSigns {
  constructor(
    private readonly peers: Peers,
    private readonly keys: ForeignKeys,
  ) {}

  async heard(peer: Peer, { revoked }: Pick<NodePost, 'revoked'>): Promise<void> {
    await this.peers.heard(peer.nodeId);
    if (revoked?.length) await this.keys.revoke(peer, revoked);
  }

  failed(peer: Peer, code: string): Promise<void> {
    return this.peers.failed(peer.nodeId, code);
  }

  /** This node's own word, for a post or a reply. */
  async own(): Promise<Pick<NodePost, 'revoked'>> {
    const revoked = await this.keys.revocations();
    return revoked.length ? { revoked } : {};
  }
}
