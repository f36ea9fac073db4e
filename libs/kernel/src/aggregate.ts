import type { Audience, Flow } from '@karez/contracts-kernel';
import { DomainError } from './domain-error.js';

export interface RecordedEvent {
  readonly event: object;
  readonly audience?: Audience;
}

/**
 * Row and rule in one: fields are readonly outside; `change` and `moveTo` are the only doors through which they change.
 * `class Person extends Aggregate<Person>`
 */
export abstract class Aggregate<Self extends object = object> {
  abstract readonly id: string;
  /** Raised by every save; a stale writer is refused. */
  abstract readonly version: number;
  /** Number of facts recorded so far; the sequence of the aggregate's latest event. */
  abstract readonly eventSequence: number;
  #events: RecordedEvent[] = [];

  protected change(change: Partial<Self>): void {
    Object.assign(this, change);
  }

  protected record(event: object, audience?: Audience): void {
    this.#events.push(audience ? { event, audience } : { event });
  }

  /** For the unit of work: the facts since the last save, which are counted as they are taken. */
  takeEvents(): readonly RecordedEvent[] {
    const taken = this.#events.splice(0);
    (this as { eventSequence: number }).eventSequence = this.eventSequence + taken.length;
    return taken;
  }
}

/** An aggregate with an explicit state that moves along its declared flow. */
export abstract class StatefulAggregate<Self extends object, S extends string> extends Aggregate<Self> {
  abstract readonly state: S;
  protected abstract readonly flow: Flow<S>;

  /** @throws DomainError `state.move_refused` with the state and what is allowed from it */
  protected moveTo(next: S, change: Partial<Self> = {}): void {
    const allowed = this.flow.moves[this.state];
    if (!allowed.includes(next)) throw new DomainError('state.move_refused', { from: this.state, to: next, allowed: allowed.join(' ') });
    this.change({ ...change, state: next });
  }
}
