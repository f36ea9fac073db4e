import type { EventClass, EventEnvelope } from '@karez/contracts-kernel';
import type { Tx } from '@karez/persistence';

/** The effect of one event, inside the transaction that also notes the event as handled. */
export type Reaction<E extends object = object> = (event: EventEnvelope<E>, tx: Tx) => Promise<void>;
/** What a reaction listens to: `evt.<producer>.<name>.v<N>` of one aggregate. */
export interface EventSource {
  readonly subject: string;
  readonly aggregate: string;
}
interface Binding {
  readonly source: EventSource;
  readonly method: string;
}
const bindings = new WeakMap<object, Binding[]>();

/** Marks the method of a provider that reacts to an event: `@ReactsTo(DeliverySignedFor) whenSigned(event, tx)`. */
export function ReactsTo(...sources: (EventSource | EventClass)[]) {
  return (target: object, method: string): void => {
    const known = bindings.get(target) ?? [];
    bindings.set(target, [...known, ...sources.map(({ subject, aggregate }) => ({ source: { subject, aggregate }, method }))]);
  };
}

/** The reactions of a service by subject. */
export class Reactions {
  readonly #bySubject = new Map<string, Reaction[]>();
  readonly #aggregates = new Set<string>();

  /** Takes the marked methods of a provider; anything else is left alone. */
  addFrom(provider: object): void {
    for (const { source, method } of bindings.get(Object.getPrototypeOf(provider) as object) ?? []) {
      this.add(source, (event, tx) => (provider as Record<string, Reaction>)[method]!(event, tx));
    }
  }

  add({ subject, aggregate }: EventSource, reaction: Reaction): void {
    this.#bySubject.set(subject, [...(this.#bySubject.get(subject) ?? []), reaction]);
    this.#aggregates.add(`${producerOf(subject)} ${aggregate}`);
  }

  of(subject: string): readonly Reaction[] {
    return this.#bySubject.get(subject) ?? [];
  }
  /** Whether any event of this producer's aggregate matters here. */
  concern(event: Pick<EventEnvelope, 'producer' | 'aggregate'>): boolean {
    return this.#aggregates.has(`${event.producer} ${event.aggregate}`);
  }
  get producers(): readonly string[] {
    return [...new Set([...this.#bySubject.keys()].map(producerOf))];
  }
}
const producerOf = (subject: string): string => subject.split('.')[1]!;
