import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { NodeEnvelope } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { Bus, type Watch } from '@karez/messaging';
import { ExchangeConfig } from '../config.js';
import { NodeDesk } from './node-desk.js';
import { postSubject, type Refused } from './node-posts.js';

type Subscription = ReturnType<Bus['connection']['subscribe']>;
type Message = Subscription extends AsyncIterable<infer M> ? M : never;

/** Takes posts that come over leaf nodes of the broker. */
@Injectable()
export class BusDoor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #underWay = new Set<Promise<void>>();
  #subscription: Subscription | undefined;

  constructor(
    private readonly bus: Bus,
    private readonly config: ExchangeConfig,
    private readonly desk: NodeDesk,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  /**
   * Without a queue group: nats-server 2.9 does not tell a leaf node's later queue subscriptions to the hub. Of several replicas each takes the
   * post, which has one effect, and the first reply counts.
   */
  onApplicationBootstrap(): void {
    this.#subscription = this.bus.connection.subscribe(postSubject(this.config.nodeId), {
      callback: (error, message) => {
        if (error) return;
        const answering = this.#answer(message).finally(() => this.#underWay.delete(answering));
        this.#underWay.add(answering);
      },
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.#subscription?.drain().catch(() => undefined);
    await Promise.all(this.#underWay);
  }

  async #answer(message: Message): Promise<void> {
    let answer: NodeEnvelope | Refused;
    try {
      const { body, signature } = message.json<NodeEnvelope>();
      if (typeof body !== 'string' || typeof signature !== 'object')
        throw new DomainError('exchange.letter.malformed', { reason: 'envelope' });
      answer = await this.desk.take({ body, signature });
    } catch (error) {
      const known = error instanceof DomainError;
      if (!known) this.watch.healing('node post', error);
      answer = known ? { code: error.code, params: error.params } : { code: 'service.unavailable' };
    }
    message.respond(JSON.stringify(answer));
  }
}
