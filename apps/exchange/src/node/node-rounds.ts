import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { LetterBell } from '../letter/letter-bell.js';
import { LinkDown, NodeCarrier } from './node-carrier.js';
import { NodeFetcher } from './node-fetcher.js';
import type { Peer } from './peer.js';
import { Peers } from './peers.js';

const idleMs = 1_000;
const fetchEveryMs = 2_000;
/** Nothing was said for this long: a greeting keeps the health of the link known. */
const quietMs = 30_000;
const longestPauseMs = 20_000;

interface Line {
  /** Not before this time. */
  next: number;
  failures: number;
  spokeAt: number;
  fetchedAt: number;
  busy: boolean;
}

/** Each other node has its turns by itself, so that one that is silent holds up no other. */
@Injectable()
export class NodeRounds implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #lines = new Map<string, Line>();
  readonly #turns = new Set<Promise<void>>();
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly peers: Peers,
    private readonly carrier: NodeCarrier,
    private readonly fetcher: NodeFetcher,
    private readonly bell: LetterBell,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.bell.ring();
    await this.#running;
    await Promise.all(this.#turns);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const reachable = await this.peers.withLinks(['nats', 'push', 'fetch']).catch((error: unknown) => {
        this.watch.healing('nodes', error);
        return [];
      });
      for (const peer of reachable) this.#begin(peer);
      if (!this.#stopped) await this.bell.wait(idleMs);
    }
  }

  #begin(peer: Peer): void {
    const line = this.#lineOf(peer.nodeId);
    if (line.busy || Date.now() < line.next) return;
    line.busy = true;
    const turn = this.#turn(peer, line).finally(() => {
      line.busy = false;
      this.#turns.delete(turn);
    });
    this.#turns.add(turn);
  }

  async #turn(peer: Peer, line: Line): Promise<void> {
    try {
      let carried = await this.carrier.turn(peer);
      if (carried) line.spokeAt = Date.now();
      if (peer.link === 'fetch' && (carried || Date.now() - line.fetchedAt >= fetchEveryMs)) {
        carried = (await this.fetcher.turn(peer)) || carried;
        line.fetchedAt = carried ? 0 : Date.now();
        line.spokeAt = Date.now();
      }
      if (Date.now() - line.spokeAt >= quietMs) {
        await this.carrier.greet(peer);
        line.spokeAt = Date.now();
      }
      line.failures = 0;
      if (carried) this.bell.ring();
    } catch (error) {
      if (!(error instanceof LinkDown || error instanceof DomainError)) this.watch.healing(`node ${peer.nodeId}`, error);
      line.failures++;
      line.spokeAt = 0; // the first thing that is asked when the pause is over
      line.next = Date.now() + Math.min(longestPauseMs, 1_000 * 2 ** Math.min(line.failures, 6)) * (0.8 + Math.random() * 0.4);
    }
  }

  #lineOf(nodeId: string): Line {
    const line = this.#lines.get(nodeId) ?? { next: 0, failures: 0, spokeAt: 0, fetchedAt: 0, busy: false };
    this.#lines.set(nodeId, line);
    return line;
  }
}
