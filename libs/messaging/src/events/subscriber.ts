import { type EventEnvelope, feedApi } from '@karez/contracts-kernel';
import type { Inbox } from './inbox.js';
import type { DeadLetters } from './dead-letters.js';
import type { Reactions } from './reactions.js';
import type { Remote } from '../requests/remote.js';
import type { Watch } from '../watch.js';

/** `later`: the event must be offered again. */
export type Taken = 'settled' | 'later';
const gapWaitMs = 500;

/** Takes events from wherever they come (the stream, the producer's feed) and settles them once, in the order of their aggregate. */
export class Subscriber {
  readonly #lines = new Map<string, Promise<unknown>>();

  constructor(
    private readonly inbox: Inbox,
    private readonly deadLetters: DeadLetters,
    private readonly reactions: Reactions,
    private readonly remote: Remote,
    private readonly watch: Watch,
  ) {}

  take(event: EventEnvelope): Promise<Taken> {
    if (!this.reactions.concern(event)) return Promise.resolve('settled');
    const line = event.sequence > 0 ? `${event.producer} ${event.aggregate} ${event.aggregateId}` : event.id;
    const turn = (this.#lines.get(line) ?? Promise.resolve()).then(() => this.#settle(event));
    this.#lines.set(line, turn);
    void turn.finally(() => this.#lines.get(line) === turn && this.#lines.delete(line));
    return turn;
  }

  async #settle(event: EventEnvelope): Promise<Taken> {
    try {
      const outcome = await this.inbox.apply(event);
      if (outcome.is === 'done') await this.deadLetters.cleared(event.id);
      return outcome.is === 'gap' ? await this.#fillGap(event, outcome.last) : 'settled';
    } catch (error) {
      return this.#failed(event, error);
    }
  }

  /** Waits a moment for the missing events, then fetches them from the producer. */
  async #fillGap(event: EventEnvelope, last: number): Promise<Taken> {
    await new Promise((resolve) => setTimeout(resolve, gapWaitMs));
    const { aggregate, aggregateId, sequence, producer, trace } = event;
    const again = await this.inbox.apply(event);
    if (again.is !== 'gap') return 'settled';
    let missing: EventEnvelope[];
    try {
      const request = { aggregate, aggregateId, from: last + 1, to: sequence - 1 };
      missing = (await this.remote.callAsSystem(feedApi(producer).readStream, request, trace)).events;
    } catch (error) {
      this.watch.healing(`fetching ${aggregate}/${aggregateId} from ${producer}`, error);
      return 'later';
    }
    for (const earlier of missing) {
      const oldest = earlier === missing[0] && earlier.sequence > last + 1;
      try {
        await this.inbox.apply(earlier, oldest ? 'baseline' : 'next');
      } catch (error) {
        await this.#failed(earlier, error);
        return 'later';
      }
    }
    const after = await this.inbox.apply(event, missing.length ? 'next' : 'baseline');
    return after.is === 'gap' ? 'later' : 'settled';
  }

  async #failed(event: EventEnvelope, error: unknown): Promise<Taken> {
    try {
      const state = await this.deadLetters.failed(event, error);
      if (state === 'trying') {
        this.watch.healing(`reacting to ${event.subject} ${event.id}`, error);
        return 'later';
      }
      this.watch.needsPerson('dead letter', { eventId: event.id, subject: event.subject, aggregateId: event.aggregateId });
      return 'settled';
    } catch (unreachable) {
      this.watch.healing('noting a failed attempt', unreachable);
      return 'later';
    }
  }
}
