import { assertMay, type TokenCheck } from '@karez/auth';
import { anonymous, type Actor, type Ctx, DomainError } from '@karez/kernel';
import type { Msg, Subscription } from '@nats-io/transport-node';
import { Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { Bus } from '../bus.js';
import { type Call, digestOf, handledOperations, type Refusal, type Reply } from './call.js';

/** Told of every answered call: for logs and metrics. */
export interface CallObserver {
  answered(call: {
    subject: string;
    ms: number;
    code: string | null;
    trace: string;
    actor: Actor | null;
    commandId: string;
    error?: unknown;
  }): void;
}

/**
 * Nest transport over core NATS. The caller's authority and the operation's `needs` are checked here, before Nest is
 * entered, so that no handler can forget them. Closing first stops taking calls, then waits for those under way.
 */
export class RequestServer extends Server {
  readonly #underWay = new Set<Promise<void>>();
  #subscriptions: Subscription[] = [];

  constructor(
    private readonly bus: Bus,
    private readonly tokens: TokenCheck,
    private readonly observer: CallObserver,
  ) {
    super();
  }

  listen(ready: () => void): void {
    this.#subscriptions = [...this.messageHandlers.keys()].map((subject) =>
      this.bus.connection.subscribe(subject, {
        queue: this.bus.service,
        callback: (error, message) => {
          if (error) return;
          const answering = this.#answer(subject, message).finally(() => this.#underWay.delete(answering));
          this.#underWay.add(answering);
        },
      }),
    );
    // ready is who can be called: a call that comes over another connection finds the subscriptions at the broker
    this.bus.connection.flush().then(ready, ready);
  }

  async close(): Promise<void> {
    await Promise.all(this.#subscriptions.splice(0).map((subscription) => subscription.drain().catch(() => undefined)));
    await Promise.allSettled(this.#underWay);
  }

  override on(): void {}
  override unwrap<T>(): T {
    return this.bus as T;
  }

  async #answer(subject: string, message: Msg): Promise<void> {
    const started = performance.now();
    let call: Call | undefined;
    let actor: Actor | null = null;
    let reply: Reply;
    let failure: unknown;
    try {
      call = message.json<Call>();
      const ctx = await this.#contextOf(subject, call);
      actor = ctx.actor;
      const handler = this.messageHandlers.get(subject)!;
      reply = { ok: (await lastValueFrom(this.transformToObservable(await handler({ request: call.request, ctx })))) as object };
    } catch (error) {
      failure = error;
      reply = { error: refusalOf(error) };
    }
    message.respond(JSON.stringify(reply));
    const code = 'error' in reply ? reply.error.code : null;
    const unexpected = code === 'internal' ? { error: failure } : {};
    this.observer.answered({
      subject,
      ms: performance.now() - started,
      code,
      trace: call?.trace ?? '',
      commandId: call?.commandId ?? '',
      actor,
      ...unexpected,
    });
  }

  async #contextOf(subject: string, call: Call): Promise<Ctx> {
    const operation = handledOperations.get(subject)!;
    const now = new Date();
    if (call.ttlMs <= 0) throw new DomainError('service.deadline');
    const actor = call.authority ? await this.tokens.authority(call.authority) : call.system ? systemActor(call.system) : anonymous;
    assertMay(actor, operation, now);
    const { commandId, trace, authority, address, userAgent } = call;
    return {
      ...{ actor, commandId, trace, operation: subject, requestDigest: digestOf(call.request), deadline: now.getTime() + call.ttlMs, now },
      ...(authority ? { authority } : {}),
      ...(address ? { address } : {}),
      ...(userAgent ? { userAgent } : {}),
    };
  }
}

export const systemActor = (service: string): Actor => ({ realm: 'system', id: service, name: service, grants: [] });

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DomainError)) return { code: 'internal' };
  const { code, params, evidence } = error;
  return { code, params, ...(evidence ? { evidence } : {}) };
}
