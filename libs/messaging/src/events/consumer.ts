import type { EventEnvelope } from '@karez/contracts-kernel';
import { type ConsumerMessages, jetstream, type JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus.js';
import type { Watch } from '../watch.js';
import { ensureConsumer, managerOf, streamOf } from './streams.js';
import type { Subscriber } from './subscriber.js';

const retryMs = 1_000;

/** Pulls one producer's events (whose relay makes the stream) and acknowledges each after its effect is committed. Survives the loss of the broker. */
export class EventConsumer {
  #stopped = false;
  #messages?: ConsumerMessages;
  #running: Promise<void> = Promise.resolve();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly bus: Bus,
    private readonly producer: string,
    private readonly subscriber: Subscriber,
    private readonly watch: Watch,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#messages?.stop();
    await this.#running;
    await Promise.allSettled(this.#underWay);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const manager = await managerOf(this.bus);
        await ensureConsumer(manager, this.producer, this.bus.service);
        await this.#consume();
      } catch (error) {
        this.watch.healing(`consuming ${this.producer}`, error);
      }
      if (!this.#stopped) await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  async #consume(): Promise<void> {
    const consumer = await jetstream(this.bus.connection).consumers.get(streamOf(this.producer), this.bus.service);
    this.#messages = await consumer.consume({ max_messages: 64, expires: 5_000, idle_heartbeat: 1_000, abort_on_missing_resource: true });
    if (this.#stopped) this.#messages.stop();
    for await (const message of this.#messages) {
      const taking = this.#take(message).finally(() => this.#underWay.delete(taking));
      this.#underWay.add(taking);
      if (this.#underWay.size >= 64) await Promise.race(this.#underWay);
    }
  }

  async #take(message: JsMsg): Promise<void> {
    let event: EventEnvelope;
    try {
      event = message.json<EventEnvelope>();
    } catch {
      this.watch.needsPerson('an event that is no JSON', { subject: message.subject, sequence: message.seq });
      message.term();
      return;
    }
    const taken = await this.subscriber.take(event).catch(() => 'later' as const);
    if (taken === 'settled') message.ack();
    else message.nak(Math.min(30_000, retryMs * message.info.deliveryCount));
  }
}
