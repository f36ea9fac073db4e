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

export interface ReconcilerParts {
  /** The subscriber's name. */
  readonly service: string;
  readonly remote: Remote;
  readonly subscriber: Subscriber;
  readonly deadLetters: DeadLetters;
  readonly watch: Watch;
  readonly everyMs?: number;
}

/** Walks a producer's feed behind the stream and takes what never came: the broker may lose everything. */
export class Reconciler {
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly producer: string,
    private readonly parts: ReconcilerParts,
  ) {}

  start(): void {
    const next = (): void => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#running = this.reconcile()
          .catch((error: unknown) => this.parts.watch.healing(`reconciling with ${this.producer}`, error))
          .then(next);
      }, this.parts.everyMs ?? 10_000);
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
      const request = { subscriber: this.parts.service, limit: page, ...(after ? { after } : {}) };
      const { items } = await this.parts.remote.callAsSystem(feedApi(this.producer).readFeed, request, traceparent());
      const young = items.findIndex(({ event }) => Date.now() - Date.parse(event.occurredAt) < graceMs);
      // up to the first young one and no further: the watermark must not pass it
      const settled = await this.#settle(young < 0 ? items : items.slice(0, young));
      if (settled) await this.#advance(settled);
      else await this.#looked();
      if (this.#stopped || items.length < page || settled !== items.at(-1)) return;
    }
  }

  /** @returns the last entry up to which everything has had its effect */
  async #settle(entries: readonly FeedEntry[]): Promise<FeedEntry | undefined> {
    const ids = entries.map(({ event }) => event.id);
    const rows = ids.length
      ? await this.dataSource.query<{ event_id: string }[]>('select event_id from inbox where event_id = any($1::uuid[])', [ids])
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
    if (await this.parts.deadLetters.knows(event.id)) return true;
    return (await this.parts.subscriber.take(event)) === 'settled';
  }

  async #watermark(): Promise<string | undefined> {
    const [row] = await this.dataSource.query<[{ txid: string; position: string } | undefined]>(
      'select txid::text, position::text from inbox_watermark where producer = $1',
      [this.producer],
    );
    return row && `${row.txid}:${row.position}`;
  }

  /** Nothing new is also news: the lag is counted from the last walk that went through. */
  async #looked(): Promise<void> {
    await this.dataSource.query('update inbox_watermark set at = now() where producer = $1', [this.producer]);
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
