import { Injectable } from '@nestjs/common';
import type { NodeAnswer, NodeLetter, NodeWant } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Letter } from '../letter/letter.js';
import { NodePosts } from './node-posts.js';
import { Outgoing } from './outgoing.js';
import { OwnFiles } from './own-files.js';
import type { Peer } from './peer.js';
import { PeerSigns } from './peer-signs.js';
import { samePlace } from './same-place.js';

const batch = 32;
/** Characters of letters in one post; the gateway takes 256 KiB. */
const roomInPost = 120_000;

/** The link is down: nothing that waits can be carried now. */
export class LinkDown extends Error {}

/** Carries what waits for one node that can be reached from here. */
@Injectable()
export class NodeCarrier {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly posts: NodePosts,
    private readonly ownFiles: OwnFiles,
    private readonly signs: PeerSigns,
  ) {}

  /** @returns whether there was anything to carry @throws LinkDown */
  async turn(peer: Peer): Promise<boolean> {
    const letters = await this.outgoing.claim(peer.nodeId, batch);
    const waiting = new Map<string, { readonly letter: Letter; readonly made: NodeLetter }>();
    for (const letter of letters) {
      const made = await this.outgoing.ready(letter).catch((error: unknown) => this.outgoing.failed(letter, error));
      if (made) waiting.set(letter.id, { letter, made });
    }
    for (const post of inPosts([...waiting.values()].map(({ made }) => made))) {
      for (const answer of await this.#send(peer, post, waiting)) {
        const { letter, made } = waiting.get(answer.letterId) ?? {};
        if (!letter) continue;
        waiting.delete(letter.id);
        await this.#finish(peer, letter, made!, answer);
      }
    }
    // a node that forgot to answer is asked again
    await this.outgoing.release([...waiting.values()].map(({ letter }) => letter));
    return letters.length > 0;
  }

  /** A sign of life, and what was revoked here. @throws DomainError `exchange.peer.silent` … */
  async greet(peer: Peer): Promise<void> {
    await this.posts.send(peer, await this.signs.own());
  }

  async #send(
    peer: Peer,
    letters: readonly NodeLetter[],
    waiting: ReadonlyMap<string, { readonly letter: Letter }>,
  ): Promise<readonly NodeAnswer[]> {
    try {
      const { answers = [] } = await this.posts.send(peer, { letters });
      return answers;
    } catch (error) {
      // every one of them was tried; what waits beyond them is not touched until the link is back
      for (const { letter } of waiting.values()) await this.outgoing.failed(letter, error);
      throw new LinkDown();
    }
  }

  async #finish(peer: Peer, letter: Letter, made: NodeLetter, first: NodeAnswer): Promise<void> {
    let answer = first;
    try {
      // one file after the other; a node that wants the same bytes again is not getting on
      for (let last: NodeWant | undefined; answer.outcome === 'wanted';) {
        if (!answer.wanted || samePlace(answer.wanted, last)) throw new DomainError('exchange.node.reply', { reason: 'no progress' });
        last = answer.wanted;
        await this.#sendBytes(peer, letter, last);
        const { answers } = await this.posts.send(peer, { letters: [made] });
        answer = answers?.find(({ letterId }) => letterId === letter.id) ?? { letterId: letter.id, outcome: 'waiting' };
      }
    } catch (error) {
      await this.outgoing.failed(letter, error);
      if (error instanceof DomainError && error.code === 'exchange.peer.silent') throw new LinkDown();
      return;
    }
    await this.outgoing.answered(letter, answer);
  }

  async #sendBytes(peer: Peer, letter: Letter, from: NodeWant): Promise<void> {
    let held = Date.now();
    for (let want: NodeWant | undefined = from; want;) {
      const { wanted }: { wanted?: NodeWant } = await this.posts.send(peer, { chunk: await this.ownFiles.chunk(peer, want) });
      if (wanted && (wanted.sm3 !== want.sm3 || wanted.offset === want.offset))
        throw new DomainError('exchange.node.reply', { reason: 'no progress' });
      want = wanted;
      if (Date.now() - held < 10_000) continue;
      held = Date.now();
      await this.outgoing.hold(letter);
    }
  }
}

function inPosts(letters: readonly NodeLetter[]): NodeLetter[][] {
  const posts: NodeLetter[][] = [];
  let room = 0;
  for (const letter of letters) {
    const size = JSON.stringify(letter).length;
    if (size > room || !posts.length) {
      posts.push([]);
      room = roomInPost;
    }
    posts.at(-1)!.push(letter);
    room -= size;
  }
  return posts;
}
