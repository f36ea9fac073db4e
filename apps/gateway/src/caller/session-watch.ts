import { identityApi, SessionChanged } from '@karez/contracts-identity';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { type Remote, traceparent, type Watch } from '@karez/messaging';
import { LRUCache } from 'lru-cache';
import type { Authorities } from './authorities.js';

/** Told when a session changes or ends, and when identity has been silent for so long that nothing is known any more. */
export interface SessionListener {
  sessionChanged(sessionId: string, ended: boolean): void;
  sessionsUnknown(): void;
}

/** A commit may become visible a little after its own time: each question looks back this far. */
const overlapMs = 10_000;
/** As long as an authority lives; after it nothing that was heard before counts. */
const unknownAfterMs = 5 * 60_000;
const complainMs = 60_000;

/**
 * Hears that sessions ended or changed: at once by identity's event, and for certain by asking every second, because an
 * event on the bus may be lost. So the end of a session holds at this replica within five seconds.
 */
export class SessionWatch {
  readonly #seen = new LRUCache<string, true>({ max: 20_000, ttl: 2 * overlapMs });
  readonly #listeners: SessionListener[] = [];
  #since: string | undefined;
  #heardAt = Date.now();
  #complainedAt = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(
    private readonly remote: Remote,
    private readonly authorities: Authorities,
    private readonly pollMs: number,
    private readonly watch: Watch,
  ) {}

  listen(listener: SessionListener): void {
    this.#listeners.push(listener);
  }

  start(): void {
    const next = (): void => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#round = this.#ask().then(next);
      }, this.pollMs);
    };
    next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** An event of any service; only identity's word on sessions matters here. */
  heard({ subject, data }: EventEnvelope): void {
    if (subject !== SessionChanged.subject) return;
    const { sessionId, ended } = data as SessionChanged;
    this.#tell(sessionId, ended);
  }

  async #ask(): Promise<void> {
    try {
      const since = this.#since ? { since: new Date(Date.parse(this.#since) - overlapMs).toISOString() } : {};
      const { now, items } = await this.remote.callAsSystem(identityApi.listSessionChanges, since, traceparent());
      this.#since = now;
      this.#heardAt = Date.now();
      for (const { sessionId, ended, at } of items) {
        const key = `${sessionId} ${at}`;
        if (this.#seen.has(key)) continue;
        this.#seen.set(key, true);
        this.#tell(sessionId, ended);
      }
    } catch (error) {
      this.#complain(error);
      if (Date.now() - this.#heardAt > unknownAfterMs) this.#listeners.forEach((listener) => listener.sessionsUnknown());
    }
  }

  /** One line a minute while it lasts: an outage is one thing, however often it is met. */
  #complain(error: unknown): void {
    if (Date.now() - this.#complainedAt < complainMs) return;
    this.#complainedAt = Date.now();
    this.watch.healing('session-watch', error);
  }

  #tell(sessionId: string, ended: boolean): void {
    if (ended) this.authorities.ended(sessionId);
    else this.authorities.changed(sessionId);
    this.#listeners.forEach((listener) => listener.sessionChanged(sessionId, ended));
  }
}
