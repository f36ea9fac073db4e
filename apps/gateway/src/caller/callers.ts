import type { TokenCheck } from '@karez/auth';
import { type Actor, anonymous, DomainError } from '@karez/kernel';
import type { FastifyRequest } from 'fastify';
import { headerOf } from '../http/fastify-server.js';
import type { Authorities } from './authorities.js';
import type { BrowserGuard } from './browser-guard.js';
import { accessCookie } from './session-cookies.js';

export interface Caller {
  readonly actor: Actor;
  /** The authority token for the bus; absent for anonymous callers. */
  readonly authority?: string;
  readonly sessionId?: string;
}
const nobody: Caller = { actor: anonymous };

/** A token whose signature and age are right; whether its session still stands is not asked yet. */
export interface ShownToken {
  readonly token: string;
  readonly sessionId: string;
}

/** Finds out who calls: `Authorization: Bearer`, or the cookie of a browser. */
export class Callers {
  constructor(
    private readonly tokens: TokenCheck,
    private readonly authorities: Authorities,
    private readonly browsers: BrowserGuard,
  ) {}

  /**
   * @param changing a request that changes something: a cookie alone does not prove that the user meant it
   * @returns undefined when no token is shown
   * @throws DomainError `auth.expired`, `request.csrf`, and what reaching identity for its keys throws
   */
  async shown(request: FastifyRequest, changing: boolean): Promise<ShownToken | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
    const token = bearer ?? request.cookies[accessCookie];
    if (!token) return undefined;
    const { sessionId } = await this.tokens.access(token);
    if (!bearer && changing) this.browsers.assertCsrf(request, sessionId);
    return { token, sessionId };
  }

  /** @throws DomainError `auth.expired` for a session that has ended, and what reaching identity throws */
  async of(shown: ShownToken | undefined, trace: string): Promise<Caller> {
    if (!shown) return nobody;
    const { token, actor } = await this.authorities.of(shown.sessionId, shown.token, trace);
    return { actor, authority: token, sessionId: shown.sessionId };
  }

  /** For what anyone may do: a caller who is known when all is well, and nobody when anything is not. */
  async perhaps(request: FastifyRequest, changing: boolean, trace: string): Promise<Caller> {
    try {
      return await this.of(await this.shown(request, changing), trace);
    } catch (error) {
      if (error instanceof DomainError) return nobody;
      throw error;
    }
  }
}
