import type { AnyOperation, EventEnvelope, Operation } from '@karez/contracts-kernel';
import { DomainError, newId } from '@karez/kernel';
import { Bus, type Call, type Reply } from '@karez/messaging';
import type { Subscription } from '@nats-io/transport-node';

type Answer<Op> = Op extends Operation<infer Req, infer Res> ? (request: Req, call: Call) => Res | Promise<Res> : never;

/** A service that answers over the bus what the spec tells it to, and remembers what it was asked. */
export class StandInService {
  readonly calls: { readonly operation: AnyOperation; readonly call: Call }[] = [];
  readonly #subscriptions = new Map<string, Subscription>();

  private constructor(readonly bus: Bus) {}

  static async start(service: string, url: string): Promise<StandInService> {
    return new StandInService(await Bus.connect({ url, service }));
  }

  on<Op extends AnyOperation>(operation: Op, answer: Answer<Op>): this {
    this.off(operation);
    const callback = (error: Error | null, message: { json: <T>() => T; respond: (text: string) => boolean }): void => {
      if (error) return;
      const call = message.json<Call>();
      this.calls.push({ operation, call });
      void replyOf(() => answer(call.request, call)).then((reply) => message.respond(JSON.stringify(reply)));
    };
    this.#subscriptions.set(operation.subject, this.bus.connection.subscribe(operation.subject, { queue: this.bus.service, callback }));
    return this;
  }

  /** Nobody answers to it any more. */
  off(operation: AnyOperation): void {
    this.#subscriptions.get(operation.subject)?.unsubscribe();
    this.#subscriptions.delete(operation.subject);
  }

  callsOf(operation: AnyOperation): Call[] {
    return this.calls.filter((each) => each.operation === operation).map(({ call }) => call);
  }

  async publish(event: Partial<EventEnvelope> & Pick<EventEnvelope, 'subject'>): Promise<void> {
    const { service } = this.bus;
    const whole = {
      id: newId(),
      producer: service,
      aggregate: 'thing',
      aggregateId: newId(),
      sequence: 1,
      occurredAt: new Date().toISOString(),
      trace: '',
      data: {},
    };
    this.bus.connection.publish(event.subject, JSON.stringify({ ...whole, ...event }));
    await this.bus.connection.flush();
  }

  /** What was subscribed so far is known to the broker. */
  async settled(): Promise<this> {
    await this.bus.connection.flush();
    return this;
  }

  close(): Promise<void> {
    return this.bus.close();
  }
}

async function replyOf(answer: () => unknown): Promise<Reply> {
  try {
    return { ok: (await answer()) as object };
  } catch (error) {
    if (!(error instanceof DomainError)) return { error: { code: 'internal' } };
    return { error: { code: error.code, params: error.params, ...(error.evidence ? { evidence: error.evidence } : {}) } };
  }
}
