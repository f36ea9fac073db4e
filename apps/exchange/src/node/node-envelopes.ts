import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NodeEnvelope, type NodePost, nodeProtocolVersions, type NodeReply } from '@karez/contracts-exchange';
import {
  canonicalBytes,
  CLOCK_TOLERANCE_MS,
  type CryptoProvider,
  type JsonValue,
  parseCanonical,
  signDetached,
  verifyDetached,
} from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { ExchangeConfig } from '../config.js';
import { KeyRing } from '../key/key-ring.js';
import { type Peer, rootOwner } from './peer.js';
import { Peers } from './peers.js';

const purposes = { post: 'exchange.node-post', reply: 'exchange.node-reply' } as const;
export type Content = Omit<NodePost, 'v' | 'from' | 'to' | 'at'>;
export type ReplyContent = Omit<NodeReply, 'v' | 'from' | 'to' | 'at' | 're'>;
export interface Opened<T> {
  readonly peer: Peer;
  readonly says: T;
}

/** Posts and replies under the signatures of the nodes' root keys. */
@Injectable()
export class NodeEnvelopes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: ExchangeConfig,
    private readonly peers: Peers,
    private readonly keys: KeyRing,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  seal(to: string, content: Content): Promise<NodeEnvelope> {
    return this.#sign('post', { ...this.#head(to), ...content });
  }

  sealReply(to: string, post: NodeEnvelope, content: ReplyContent): Promise<NodeEnvelope> {
    return this.#sign('reply', { ...this.#head(to), re: this.#digest(post), ...content });
  }

  /** @throws DomainError `exchange.letter.malformed`, `exchange.letter.version`, `exchange.node.…` */
  open(envelope: NodeEnvelope, now = new Date()): Promise<Opened<NodePost>> {
    return this.#open<NodePost>('post', envelope, now);
  }

  /** @throws DomainError as `open`, and `exchange.node.reply` for the reply to another post or of another node */
  async openReply(envelope: NodeEnvelope, post: NodeEnvelope, from: string, now = new Date()): Promise<NodeReply> {
    const { peer, says } = await this.#open<NodeReply>('reply', envelope, now);
    if (peer.nodeId !== from || says.re !== this.#digest(post))
      throw new DomainError('exchange.node.reply', { reason: 'not to this post' });
    return says;
  }

  async #open<T extends NodePost | NodeReply>(
    kind: keyof typeof purposes,
    { body, signature }: NodeEnvelope,
    now: Date,
  ): Promise<Opened<T>> {
    const says = readPost(body) as T;
    if (!nodeProtocolVersions.includes(says.v))
      throw new DomainError('exchange.letter.version', { given: says.v, supported: nodeProtocolVersions.join('、') });
    const { nodeId: self } = this.config;
    if (says.to !== self) throw new DomainError('exchange.node.misaddressed', { to: says.to, self });
    const peer = await this.peers.get(says.from);
    if (signature.signer !== rootOwner(peer.nodeId) || signature.keyId !== peer.rootKeyId)
      throw new DomainError('exchange.node.signature', { code: 'crypto.key_unknown' });
    assertClock(says.at, now);
    try {
      const expected = { purpose: purposes[kind], directory: this.keys, seenAt: now };
      await verifyDetached(this.crypto, Buffer.from(body, 'utf8'), signature, expected);
    } catch (error) {
      throw error instanceof DomainError ? new DomainError('exchange.node.signature', { code: error.code }) : error;
    }
    return { peer, says };
  }

  async #sign(kind: keyof typeof purposes, content: object): Promise<NodeEnvelope> {
    const { key } = await this.keys.rootKey(this.source.manager);
    const bytes = canonicalBytes(JSON.parse(JSON.stringify(content)) as JsonValue);
    const signature = await signDetached(this.crypto, bytes, { purpose: purposes[kind], signedAt: new Date() }, key);
    return Object.assign(new NodeEnvelope(), { body: bytes.toString('utf8'), signature });
  }

  #head(to: string): Pick<NodePost, 'v' | 'from' | 'to' | 'at'> {
    return { v: nodeProtocolVersions.at(-1)!, from: this.config.nodeId, to, at: new Date().toISOString() };
  }

  #digest({ body }: NodeEnvelope): string {
    return this.crypto.digest(Buffer.from(body, 'utf8')).toString('hex');
  }
}

/** An old post that is played again could only repeat what has no second effect; a clock that is wrong would date receipts wrongly. */
function assertClock(at: string, now: Date): void {
  const apart = Math.abs(now.getTime() - Date.parse(at));
  if (apart > CLOCK_TOLERANCE_MS)
    throw new DomainError('exchange.node.clock', { minutes: Math.round(apart / 60_000), limit: CLOCK_TOLERANCE_MS / 60_000 });
}

/** It came from outside, so its type says nothing about it. */
function readPost(body: string): NodePost | NodeReply {
  const malformed = (reason: string): DomainError => new DomainError('exchange.letter.malformed', { reason });
  let value: JsonValue;
  try {
    value = parseCanonical(Buffer.from(body, 'utf8'));
  } catch {
    throw malformed('not canonical');
  }
  const says = value as unknown as NodePost;
  if (value === null || typeof value !== 'object' || typeof says.v !== 'number') throw malformed('version');
  const wrong = (['from', 'to', 'at'] as const).find((name) => typeof says[name] !== 'string');
  if (wrong) throw malformed(wrong);
  if (Number.isNaN(Date.parse(says.at))) throw malformed('at');
  const lists = [says.letters, says.answers, says.revoked].every(
    (list) => list === undefined || (Array.isArray(list) && list.length <= 200),
  );
  if (!lists) throw malformed('lists');
  return says;
}
