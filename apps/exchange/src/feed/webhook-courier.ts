import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Watch } from '@karez/messaging';
import { WebhookLeases } from './webhook-leases.js';
import { WebhookRound } from './webhook-round.js';

/** A receiver that does not answer holds up one of these at most. */
const atOnce = 8;
const idleMs = 1_000;

/** Posts events to the webhooks. Any number of replicas may do so: each webhook is leased to one of them. */
@Injectable()
export class WebhookCourier implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #stopping = new AbortController();
  readonly #carrying = new Set<Promise<void>>();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly leases: WebhookLeases,
    private readonly round: WebhookRound,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await Promise.all(this.#carrying);
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const begun = await this.#begin(signal).catch((error: unknown) => {
        this.watch.healing('webhook courier', error);
        return 0;
      });
      // those who have more to be told follow each other without waiting; nobody waits for one that does not answer
      const next = begun > 0 ? [...this.#carrying] : [];
      await Promise.race([...next, pause(idleMs, undefined, { signal, ref: false }).catch(() => undefined)]);
    }
  }

  /** @returns how many turns began */
  async #begin(signal: AbortSignal): Promise<number> {
    const free = atOnce - this.#carrying.size;
    const webhooks = free > 0 ? await this.leases.take(free) : [];
    for (const webhook of webhooks) {
      const turn = this.round.carry(webhook, signal).finally(() => this.#carrying.delete(turn));
      this.#carrying.add(turn);
    }
    return webhooks.length;
  }
}
