import { Inject, Injectable } from '@nestjs/common';
import { NodeEnvelope, type NodeReply } from '@karez/contracts-exchange';
import { DomainError, newId } from '@karez/kernel';
import { Bus, type Watch } from '@karez/messaging';
import { type Content, NodeEnvelopes } from './node-envelopes.js';
import type { Peer } from './peer.js';
import { PeerSigns } from './peer-signs.js';

const patienceMs = 20_000;
/** Where a node takes posts on the bus; leaf nodes carry this subject and answers, nothing else. */
export const postSubject = (nodeId: string): string => `node.${nodeId}.post`;
/** What stands on the wire instead of an envelope when a post is refused. */
export interface Refused {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Hands one post to another node and brings back its reply, by whichever link the two have. */
@Injectable()
export class NodePosts {
  constructor(
    private readonly bus: Bus,
    private readonly envelopes: NodeEnvelopes,
    private readonly signs: PeerSigns,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  /** @throws DomainError `exchange.peer.silent` when no answer came; the other node's refusal; `exchange.node.…` for a reply that does not stand */
  async send(peer: Peer, content: Content): Promise<NodeReply> {
    try {
      const post = await this.envelopes.seal(peer.nodeId, content);
      const answer = await (peer.link === 'nats' ? this.#overBus(peer, post) : this.#overHttps(peer, post));
      if ('code' in answer) throw new DomainError(answer.code, answer.params);
      const reply = await this.envelopes.openReply(answer, post, peer.nodeId);
      await this.signs.heard(peer, reply);
      return reply;
    } catch (error) {
      const code = error instanceof DomainError ? error.code : 'service.unavailable';
      if (!(error instanceof DomainError)) this.watch.healing(`post to ${peer.nodeId}`, error);
      await this.signs.failed(peer, code);
      throw error;
    }
  }

  async #overBus({ nodeId }: Peer, post: NodeEnvelope): Promise<NodeEnvelope | Refused> {
    if (!this.bus.up) throw new DomainError('service.unavailable', { service: 'nats' });
    try {
      const message = await this.bus.connection.request(postSubject(nodeId), JSON.stringify(post), { timeout: patienceMs });
      return message.json<NodeEnvelope | Refused>();
    } catch {
      throw new DomainError('exchange.peer.silent');
    }
  }

  async #overHttps({ url }: Peer, post: NodeEnvelope): Promise<NodeEnvelope | Refused> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': newId() };
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const request = { method: 'POST', headers, body: JSON.stringify(post), redirect: 'error', signal } as const;
      const response = await fetch(`${url!.replace(/\/$/, '')}/exchange/node-post`, request);
      const answer = (await response.json()) as NodeEnvelope | Refused;
      if (response.status >= 500) throw new DomainError('exchange.peer.silent');
      return answer;
    } catch {
      throw new DomainError('exchange.peer.silent');
    }
  }
}
