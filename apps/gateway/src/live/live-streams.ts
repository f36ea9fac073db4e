import type { EventEnvelope } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';
import { PassThrough } from 'node:stream';
import type { SessionListener } from '../caller/session-watch.js';

const beatMs = 15_000;
const mostPerSession = 8;
/** Text that waits for a reader who does not read; beyond it the line is cut and the browser opens a new one. */
const mostWaiting = 256 * 1024;

interface Stream {
  readonly sessionId: string;
  readonly actor: Actor;
  /** What the caller acts for: the own unit, and the bodies that a grant names. */
  readonly bodies: readonly string[];
  readonly out: PassThrough;
}

/** The open lines of `/api/live`: each gets the hints that are for its person or its body, and nothing of what happened. */
export class LiveStreams implements SessionListener {
  readonly #streams = new Set<Stream>();
  readonly #beat = setInterval(() => this.#streams.forEach((stream) => this.#write(stream, ': still here\n\n')), beatMs).unref();

  get open(): number {
    return this.#streams.size;
  }

  /** @returns server-sent events (HTML Living Standard, §9.2); it ends with the session. @throws DomainError `request.rate_limited` */
  add(sessionId: string, actor: Actor): PassThrough {
    const own = [...this.#streams].filter((stream) => stream.sessionId === sessionId);
    if (own.length >= mostPerSession) throw new DomainError('request.rate_limited', { seconds: 30 });
    const stream = { sessionId, actor, bodies: bodiesOf(actor), out: new PassThrough() };
    this.#streams.add(stream);
    stream.out.once('close', () => this.#streams.delete(stream)).on('error', () => undefined);
    // hints that passed while nobody listened are gone: the page looks at everything again when it is ready
    this.#write(stream, `retry: ${soon()}\nevent: ready\ndata: {}\n\n`);
    return stream.out;
  }

  /** Hands the hint on to everyone in the event's audience. */
  heard({ id, subject, aggregate, aggregateId, sequence, occurredAt, audience }: EventEnvelope): void {
    if (!audience) return;
    const people = new Set(audience.personIds);
    const orgs = new Set(audience.orgIds);
    const hint = `id: ${id}\nevent: hint\ndata: ${JSON.stringify({ subject, aggregate, aggregateId, sequence, occurredAt })}\n\n`;
    for (const stream of this.#streams) {
      if (people.has(stream.actor.id) || stream.bodies.some((id) => orgs.has(id))) this.#write(stream, hint);
    }
  }

  /** Ended or changed: the line is over either way, and whoever opens a new one is looked at anew. */
  sessionChanged(sessionId: string): void {
    this.#end((stream) => stream.sessionId === sessionId);
  }

  sessionsUnknown(): void {
    this.#end(() => true);
  }

  /** The process is going: every browser comes back by itself, not all at the same moment. */
  close(): void {
    clearInterval(this.#beat);
    this.#end(() => true);
  }

  #end(which: (stream: Stream) => boolean): void {
    for (const stream of this.#streams) {
      if (!which(stream)) continue;
      this.#streams.delete(stream);
      stream.out.end(`retry: ${soon()}\n\n`);
    }
  }

  #write({ out }: Stream, text: string): void {
    if (out.writableLength + out.readableLength > mostWaiting) out.destroy();
    else out.write(text);
  }
}

const bodiesOf = ({ orgId, grants }: Actor): readonly string[] => [
  ...new Set([...(orgId ? [orgId] : []), ...grants.flatMap(({ scope, orgIds }) => (scope === 'unit' || scope === 'listed' ? orgIds : []))]),
];

/** Milliseconds until a browser tries again. */
const soon = (): number => 1_000 + Math.floor(Math.random() * 2_000);
