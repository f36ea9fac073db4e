import type { AnyOperation, Operation } from '@karez/contracts-kernel';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { errors } from '@nats-io/transport-node';
import type { Bus } from '../bus.js';
import type { Call, Reply } from './call.js';

/** The circumstances that a call carries on; a handler's `Ctx` is one. */
export type CallFrom = Partial<Pick<Ctx, 'authority' | 'address' | 'userAgent' | 'deadline'>> & Pick<Ctx, 'commandId' | 'trace'>;

/** Calls an operation of another service over the bus, by its contract. */
export class Remote {
  constructor(private readonly bus: Bus) {}

  /**
   * Calls on behalf of the caller whose authority `from` carries.
   * @throws DomainError the service's refusal; `service.unavailable` at once when nobody answers to the subject;
   * `service.deadline` when no answer came in time
   */
  call<Req extends object, Res extends object>(operation: Operation<Req, Res>, request: Req, from: CallFrom): Promise<Res> {
    const { commandId, trace, authority, address, userAgent, deadline } = from;
    const ttlMs = Math.min(operation.deadlineMs, deadline ? deadline - Date.now() : operation.deadlineMs);
    const call: Call = {
      ...{ request, commandId, trace, ttlMs },
      ...(authority ? { authority } : {}),
      ...(address ? { address } : {}),
      ...(userAgent ? { userAgent } : {}),
    };
    return this.#send(operation, call);
  }

  /** Calls for this service itself: only operations that need `system`. */
  callAsSystem<Req extends object, Res extends object>(
    operation: Operation<Req, Res>,
    request: Req,
    trace: string,
    commandId = newId(),
  ): Promise<Res> {
    return this.#send(operation, { request, system: this.bus.service, commandId, trace, ttlMs: operation.deadlineMs });
  }

  async #send<Res extends object>(operation: AnyOperation, call: Call): Promise<Res> {
    const { service, subject } = operation;
    if (!this.bus.up) throw new DomainError('service.unavailable', { service });
    if (call.ttlMs <= 0) throw new DomainError('service.deadline', { service });
    let reply: Reply;
    try {
      const message = await this.bus.connection.request(subject, JSON.stringify(call), { timeout: call.ttlMs });
      reply = message.json<Reply>();
    } catch (error) {
      if (error instanceof errors.TimeoutError) throw new DomainError('service.deadline', { service });
      throw new DomainError('service.unavailable', { service });
    }
    if ('ok' in reply) return reply.ok as Res;
    throw new DomainError(reply.error.code, reply.error.params, reply.error.evidence);
  }
}
