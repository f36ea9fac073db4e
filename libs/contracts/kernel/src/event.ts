/** Who may be told that something happened (a hint to look again, never the content). */
export interface Audience {
  readonly personIds?: readonly string[];
  readonly orgIds?: readonly string[];
}

/** A fact of one aggregate, as its class declares it: `static readonly subject = 'evt.<service>.<name>.v<N>'`, `static readonly aggregate = 'person'`. */
export interface EventClass<E extends object = object> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new (...args: any[]): E;
  readonly subject: `evt.${string}.${string}.v${number}`;
  /** Table name of the aggregate the fact belongs to. */
  readonly aggregate: string;
}

/** What travels on the bus and stands in the outbox. */
export interface EventEnvelope<E extends object = object> {
  /** UUIDv7; the JetStream message id and the inbox key. */
  readonly id: string;
  readonly subject: string;
  readonly producer: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  /** 1, 2, 3 … without gaps within one aggregate. */
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** W3C traceparent of the command that caused it. */
  readonly trace: string;
  readonly audience?: Audience;
  readonly data: E;
}
