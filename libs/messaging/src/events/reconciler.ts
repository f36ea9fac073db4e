import { type EventEnvelope, feedApi, type FeedEntry } from '@karez/contracts-kernel';
import type { DataSource } from 'typeorm';
import type { Remote } from '../requests/remote.js';
import { traceparent } from '../trace.js';
import type { Watch } from '../watch.js';
import type { DeadLetters } from './dead-letters.js';
import type { Subscriber } from './subscriber.js';

const page = 500;
/** Events younger than this are left to the stream. */
const graceMs = 3_000;

/** Walks a producer's feed behind the stream and takes what never came: the broker may lose everything. */
export class Reconciler {
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly producer: string,
    private readonly service: string,
    private readonly remote: Remote,
    private readonly subscriber: Subscriber,
    private readonly deadLetters: DeadLetters,
    private readonly watch: Watch,
    private readonly everyMs = 10_000,
  ) {}

  start(): void {
    const next = (): void => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#running = this.reconcile()
          .catch((error: unknown) => this.watch.healing(`reconciling with ${this.producer}`, error))
          .then(next);
      }, this.everyMs);
    };
    next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** One walk from the watermark to the end. @throws DomainError when the producer does not answer */
  async reconcile(): Promise<void> {
    for (;;) {
      const after = await this.#watermark();
      const request = { subscriber: this.service, limit: page, ...(after ? { after } : {}) };
      const { items } = await this.remote.callAsSystem(feedApi(this.producer).readFeed, request, traceparent());
      const ripe = items.filter(({ event }) => Date.now() - Date.parse(event.occurredAt) > graceMs);
      const settled = await this.#settle(ripe);
      if (settled) await this.#advance(settled);
      if (this.#stopped || items.length < page || settled !== items.at(-1)) return;
    }
  }

  /** @returns the last entry up to which everything has had its effect */
  async #settle(entries: readonly FeedEntry[]): Promise<FeedEntry | undefined> {
    const ids = entries.map(({ event }) => event.id);
    const rows = ids.length
      ? ((await this.dataSource.query('select event_id from inbox where event_id = any($1::uuid[])', [ids])) as { event_id: string }[])
      : [];
    const known = new Set(rows.map(({ event_id }) => event_id));
    let last: FeedEntry | undefined;
    for (const entry of entries) {
      if (!known.has(entry.event.id) && !(await this.#take(entry.event))) return last;
      last = entry;
    }
    return last;
  }

  async #take(event: EventEnvelope): Promise<boolean> {
    if (await this.deadLetters.knows(event.id)) return true;
    return (await this.subscriber.take(event)) === 'settled';
  }

  async #watermark(): Promise<string | undefined> {
    const [row] = (await this.dataSource.query('select txid::text, position::text from inbox_watermark where producer = $1', [
      this.producer,
    ])) as [{ txid: string; position: string } | undefined];
    return row && `${row.txid}:${row.position}`;
  }

  async #advance({ position }: FeedEntry): Promise<void> {
    const [txid, number] = position.split(':');
    await this.dataSource.query(
      `insert into inbox_watermark (producer, txid, position) values ($1, $2::xid8, $3)
       on conflict (producer) do update set txid = excluded.txid, position = excluded.position, at = now()`,
      [this.producer, txid, number],
    );
  }
}
