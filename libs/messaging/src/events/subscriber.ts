import { type EventEnvelope, feedApi } from '@karez/contracts-kernel';
import { databaseAway } from './database-away.js';
import type { Inbox } from './inbox.js';
import type { DeadLetters } from './dead-letters.js';
import type { Reactions } from './reactions.js';
import type { Remote } from '../requests/remote.js';
import type { Watch } from '../watch.js';

/** `later`: the event must be offered again. */
export type Taken = 'settled' | 'later';
const gapWaitMs = 500;
/** How many events take effect at once: the service's own calls need connections too. */
const parallel = 4;

/** Takes events from wherever they come (the stream, the producer's feed) and settles them once, in the order of their aggregate. */
export class Subscriber {
  readonly #lines = new Map<string, Promise<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #free = parallel;

  constructor(
    private readonly inbox: Inbox,
    private readonly deadLetters: DeadLetters,
    private readonly reactions: Reactions,
    private readonly remote: Remote,
    private readonly watch: Watch,
  ) {}

  async take(event: EventEnvelope): Promise<Taken> {
    if (!this.reactions.concern(event)) return 'settled';
    const taken = await this.#inLine(event, () => this.#settle(event));
    if (taken !== 'gap') return taken;
    // the missing event may be next in line: let it pass, and only then ask the producer for it
    await new Promise((resolve) => setTimeout(resolve, gapWaitMs));
    return this.#inLine(event, () => this.#fillGap(event));
  }

  /** One event of an aggregate at a time. */
  #inLine<T>(event: EventEnvelope, work: () => Promise<T>): Promise<T> {
    const line = event.sequence > 0 ? `${event.producer} ${event.aggregate} ${event.aggregateId}` : event.id;
    const turn = (this.#lines.get(line) ?? Promise.resolve()).then(() => this.#inTurn(work));
    const settled = turn.catch(() => undefined);
    this.#lines.set(line, settled);
    void settled.then(() => this.#lines.get(line) === settled && this.#lines.delete(line));
    return turn;
  }

  /** Few at a time, first come first served; a place is handed on to the next in line. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #settle(event: EventEnvelope): Promise<Taken | 'gap'> {
    try {
      const outcome = await this.inbox.apply(event);
      if (outcome.is === 'done') await this.deadLetters.cleared(event.id);
      return outcome.is === 'gap' ? 'gap' : 'settled';
    } catch (error) {
      return this.#failed(event, error);
    }
  }

  /** Fetches what is missing before an event from the producer, which keeps it until every subscriber had it. */
  async #fillGap(event: EventEnvelope): Promise<Taken> {
    const outcome = await this.inbox.apply(event);
    if (outcome.is !== 'gap') return 'settled';
    const events = await this.#fetch(event, outcome.last + 1);
    // a producer that does not know the event itself cannot say that the earlier ones are gone
    if (!events.some(({ id }) => id === event.id)) return 'later';
    for (const [index, next] of events.entries()) {
      try {
        await this.inbox.apply(next, index === 0 ? 'baseline' : 'next');
      } catch (error) {
        await this.#failed(next, error);
        return 'later';
      }
    }
    return 'settled';
  }

  async #fetch({ producer, aggregate, aggregateId, sequence, trace }: EventEnvelope, from: number): Promise<readonly EventEnvelope[]> {
    try {
      const request = { aggregate, aggregateId, from, to: sequence };
      return (await this.remote.callAsSystem(feedApi(producer).readStream, request, trace)).events;
    } catch (error) {
      this.watch.healing(`fetching ${aggregate}/${aggregateId} from ${producer}`, error);
      return [];
    }
  }

  async #failed(event: EventEnvelope, error: unknown): Promise<Taken> {
    if (databaseAway(error)) {
      this.watch.healing('the database while an event was taken', error);
      return 'later';
    }
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
