import { Injectable } from '@nestjs/common';
import type { NeedsPersonList } from '@karez/contracts-exchange';
import type { ListRequest } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { DeadLetterAttention } from './dead-letter.attention.js';
import { KeyAttention } from './key.attention.js';
import { PeerAttention } from './peer.attention.js';
import { SentAttention } from './sent.attention.js';

const usual = 50;

/** 需处理: what stays as it is until a person of the caller's bodies acts, the latest first. Each source asks for its own permission. */
@Injectable()
export class Attention {
  constructor(
    private readonly sent: SentAttention,
    private readonly keys: KeyAttention,
    private readonly peers: PeerAttention,
    private readonly deadLetters: DeadLetterAttention,
  ) {}

  async list({ limit = usual }: ListRequest, { actor, now }: Ctx): Promise<NeedsPersonList> {
    const found = await Promise.all([
      ...[this.sent.of(actor, limit), this.keys.of(actor, limit, now)],
      ...[this.peers.of(actor, now), this.deadLetters.of(actor)],
    ]);
    const items = found.flat().sort((one, other) => (one.since < other.since ? 1 : -1));
    return { items: items.slice(0, limit) };
  }
}
