import { Injectable } from '@nestjs/common';
import type { NodeAnswer, NodeEnvelope, NodeLetter, NodePost } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { ForeignFiles } from './foreign-files.js';
import { ForeignLetters } from './foreign-letters.js';
import { NodeEnvelopes, type ReplyContent } from './node-envelopes.js';
import { Outgoing } from './outgoing.js';
import { OwnFiles } from './own-files.js';
import type { Peer } from './peer.js';
import { PeerSigns } from './peer-signs.js';

/** Letters with one reply: with their documents they stay below what a message may hold. */
const mostFetched = 8;

/** Where posts of other nodes come in, over whichever link, and are replied to. */
@Injectable()
export class NodeDesk {
  constructor(
    private readonly envelopes: NodeEnvelopes,
    private readonly signs: PeerSigns,
    private readonly foreignLetters: ForeignLetters,
    private readonly foreignFiles: ForeignFiles,
    private readonly outgoing: Outgoing,
    private readonly ownFiles: OwnFiles,
  ) {}

  /** @throws DomainError `exchange.letter.malformed`, `exchange.letter.version`, `exchange.node.…`: nothing was taken */
  async take(envelope: NodeEnvelope): Promise<NodeEnvelope> {
    const { peer, says } = await this.envelopes.open(envelope);
    await this.signs.heard(peer, says);
    return this.envelopes.sealReply(peer.nodeId, envelope, await this.#reply(peer, says));
  }

  async #reply(peer: Peer, { letters, answers, chunk, want, fetch }: NodePost): Promise<ReplyContent> {
    for (const answer of answers ?? []) await this.#answered(peer, answer);
    const wanted = chunk && (await this.foreignFiles.take(peer, chunk));
    return {
      ...(letters?.length && { answers: await this.#taken(peer, letters) }),
      ...(wanted && { wanted }),
      ...(want && { chunk: await this.ownFiles.chunk(peer, want) }),
      ...(fetch && { letters: await this.#letters(peer, Math.min(fetch, mostFetched)) }),
      ...(await this.signs.own()),
    };
  }

  async #taken(peer: Peer, letters: readonly NodeLetter[]): Promise<NodeAnswer[]> {
    const answers: NodeAnswer[] = [];
    // in their order: a recall that comes with its document comes after it
    for (const letter of letters) answers.push(await this.foreignLetters.take(peer, letter));
    return answers;
  }

  async #answered({ nodeId }: Peer, answer: NodeAnswer): Promise<void> {
    const letter = await this.outgoing.byId(nodeId, answer.letterId);
    if (letter) await this.outgoing.answered(letter, answer);
  }

  /** Only to a node that comes for them: where this node carries letters itself, two would carry the same. */
  async #letters(peer: Peer, limit: number): Promise<NodeLetter[]> {
    if (peer.link !== 'held') return [];
    const ready: NodeLetter[] = [];
    for (const letter of await this.outgoing.claim(peer.nodeId, limit)) {
      try {
        const made = await this.outgoing.ready(letter);
        if (made) ready.push(made);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        await this.outgoing.failed(letter, error);
      }
    }
    return ready;
  }
}
