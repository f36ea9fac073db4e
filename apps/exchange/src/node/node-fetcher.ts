import { Injectable } from '@nestjs/common';
import type { NodeAnswer, NodeLetter, NodeWant } from '@karez/contracts-exchange';
import { ForeignFiles } from './foreign-files.js';
import { ForeignLetters } from './foreign-letters.js';
import { NodePosts } from './node-posts.js';
import type { Peer } from './peer.js';
import { samePlace } from './same-place.js';

const most = 8;

/** Comes for the letters that another node keeps for this one, because it cannot reach us. */
@Injectable()
export class NodeFetcher {
  /** Answers that are told with the next post; lost with the process, the letter comes again and is answered again. */
  readonly #answers = new Map<string, NodeAnswer[]>();

  constructor(
    private readonly posts: NodePosts,
    private readonly letters: ForeignLetters,
    private readonly files: ForeignFiles,
  ) {}

  /** @returns whether more may be waiting @throws DomainError `exchange.peer.silent` … */
  async turn(peer: Peer): Promise<boolean> {
    const answers = this.#answers.get(peer.nodeId) ?? [];
    const { letters = [] } = await this.posts.send(peer, { fetch: most, ...(answers.length && { answers }) });
    this.#answers.delete(peer.nodeId);
    const given: NodeAnswer[] = [];
    for (const letter of letters) given.push(await this.#take(peer, letter));
    if (given.length) this.#answers.set(peer.nodeId, given);
    return given.length > 0;
  }

  async #take(peer: Peer, letter: NodeLetter): Promise<NodeAnswer> {
    let answer = await this.letters.take(peer, letter);
    for (let last: NodeWant | undefined; answer.outcome === 'wanted' && !samePlace(answer.wanted, last);) {
      last = answer.wanted;
      await this.#fetchBytes(peer, last!);
      answer = await this.letters.take(peer, letter);
    }
    return answer;
  }

  async #fetchBytes(peer: Peer, from: NodeWant): Promise<void> {
    for (let want: NodeWant | undefined = from; want;) {
      const { chunk }: { chunk?: { sm3: string; offset: number; bytes: string } } = await this.posts.send(peer, { want });
      const wanted: NodeWant | undefined = chunk && (await this.files.take(peer, chunk));
      if (!chunk || samePlace(wanted, want)) return;
      want = wanted;
    }
  }
}
