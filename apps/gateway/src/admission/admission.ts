import { assertMay, type Guarded } from '@karez/auth';
import type { AnyOperation } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Callers, ShownToken } from '../caller/callers.js';
import type { Capacity } from './capacity.js';
import { addressKey } from './circumstances.js';
import type { RateLimits } from './rate-limits.js';

/** What the edge has to know of anything it lets callers reach: an operation, or a service's own stretch of HTTP. */
export interface Gate extends Guarded, Pick<AnyOperation, 'service' | 'limit'> {
  /** Whether it changes anything: then a cookie alone is not enough. */
  readonly changing: boolean;
  /** An upload, a download, a live line: counted apart, because it may take as long as it likes. */
  readonly lasting?: boolean;
}
/** Room for what is answered at once, and for what lasts. */
export interface Room {
  readonly calls: Capacity;
  readonly lasting: Capacity;
}

/** The checks that everything passes, in their order: room, who calls, how often, and whether they may. */
export class Admission {
  constructor(
    private readonly room: Room,
    private readonly callers: Callers,
    private readonly limits: RateLimits,
  ) {}

  /** @throws DomainError `service.overloaded`, `request.rate_limited`, `request.csrf`, `auth.*`, and what reaching identity throws */
  async admit(request: FastifyRequest, reply: FastifyReply, gate: Gate): Promise<Caller> {
    (gate.lasting ? this.room.lasting : this.room.calls).enter(gate.service, reply);
    const caller = gate.needs === 'anyone' ? await this.#anyone(request, gate) : await this.#known(request, gate);
    assertMay(caller.actor, gate, new Date());
    return caller;
  }

  async #anyone(request: FastifyRequest, { changing, limit }: Gate): Promise<Caller> {
    await this.limits.take(limit ?? 'address', addressKey(request.ip));
    return this.callers.perhaps(request, changing, request.trace);
  }

  async #known(request: FastifyRequest, { changing, limit }: Gate): Promise<Caller> {
    const address = addressKey(request.ip);
    let shown: ShownToken | undefined;
    try {
      shown = await this.callers.shown(request, changing);
    } catch (error) {
      // trying out tokens counts too
      if (error instanceof DomainError) await this.limits.take('address', address);
      throw error;
    }
    await this.limits.take(shown ? 'session' : 'address', shown?.sessionId ?? address);
    if (limit) await this.limits.take(limit, shown?.sessionId ?? address);
    return this.callers.of(shown, request.trace);
  }
}
