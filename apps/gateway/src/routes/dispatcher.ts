import { identityApi } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { type Actor, anonymous, DomainError } from '@karez/kernel';
import type { CallObserver, Remote } from '@karez/messaging';
import type { FastifyRequest } from 'fastify';
import { userAgentOf } from '../admission/circumstances.js';
import type { Authorities } from '../caller/authorities.js';

/** Sends an admitted request over the bus and brings the answer back. */
export class Dispatcher {
  constructor(
    private readonly remote: Remote,
    private readonly authorities: Authorities,
    private readonly observer: CallObserver,
  ) {}

  /** @throws DomainError the service's refusal, `service.unavailable`, `service.deadline` */
  async call(operation: AnyOperation, input: object, request: FastifyRequest): Promise<object | undefined> {
    const { caller = { actor: anonymous }, commandId = '', trace, ip } = request;
    const userAgent = userAgentOf(request);
    const from = {
      ...{ commandId, trace, address: ip },
      ...(caller.authority ? { authority: caller.authority } : {}),
      ...(userAgent ? { userAgent } : {}),
    };
    const answer = await this.#observed<object>(operation, caller.actor, from, () => this.remote.call(operation, input, from));
    this.#forgetAuthority(operation, caller.sessionId);
    return operation.status === 204 ? undefined : answer;
  }

  /** A command of identity may have changed what the caller is: the next call asks anew, without waiting for the news. */
  #forgetAuthority(operation: AnyOperation, sessionId: string | undefined): void {
    if (!sessionId || operation.kind !== 'cmd' || operation.service !== 'identity') return;
    if (operation === identityApi.signOut) this.authorities.ended(sessionId);
    else this.authorities.changed(sessionId);
  }

  async #observed<T>(
    { subject }: AnyOperation,
    actor: Actor,
    { commandId, trace }: { commandId: string; trace: string },
    call: () => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    let code: string | null = 'internal';
    try {
      const answer = await call();
      code = null;
      return answer;
    } catch (error) {
      if (error instanceof DomainError) code = error.code;
      throw error;
    } finally {
      this.observer.answered({ subject, ms: performance.now() - started, code, trace, actor, commandId });
    }
  }
}
