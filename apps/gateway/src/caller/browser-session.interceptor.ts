import { identityApi, type SignedIn } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, type Observable, throwError } from 'rxjs';
import { BrowserGuard } from './browser-guard.js';
import { refreshCookie, SessionCookies } from './session-cookies.js';

const signingIn: readonly AnyOperation[] = [identityApi.signIn, identityApi.signInApplicant, identityApi.refreshSession];

/** A definite no to a refresh token: its cookies are of no use any more. Anything else may pass, and signs nobody out. */
const overWith: ReadonlySet<string> = new Set(['auth.expired', 'auth.required', 'identity.session.refresh_reused']);

/** The operations whose tokens a browser gets and gives as cookies. */
export const handlesTokens = (operation: AnyOperation): boolean => signingIn.includes(operation) || operation === identityApi.signOut;

/**
 * With `X-Karez-Client: browser` tokens travel in cookies and never in a body that a script could read. Signing in
 * changes whose browser this is, so it too has to come from a page of this site (login CSRF).
 */
@Injectable()
export class BrowserSessionInterceptor implements NestInterceptor {
  constructor(
    @Inject(BrowserGuard) private readonly guard: BrowserGuard,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const operation = request.operation!;
    if (request.headers['x-karez-client'] !== 'browser') return next.handle();
    if (operation === identityApi.signOut) return next.handle().pipe(map((answer: unknown) => (this.cookies.clear(reply), answer)));
    this.guard.assertSameOrigin(request);
    if (operation === identityApi.refreshSession) return this.#refresh(request, reply, next);
    return next.handle().pipe(map((answer: SignedIn) => this.#layDown(answer, reply)));
  }

  #refresh(request: FastifyRequest, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    const refreshToken = request.cookies[refreshCookie];
    if (!refreshToken) throw new DomainError('auth.required');
    request.body = { ...(request.body as object | undefined), refreshToken };
    return next.handle().pipe(
      map((answer: SignedIn) => this.#layDown(answer, reply)),
      catchError((error: unknown) => {
        if (error instanceof DomainError && overWith.has(error.code)) this.cookies.clear(reply);
        return throwError(() => error);
      }),
    );
  }

  #layDown(answer: SignedIn, reply: FastifyReply): Omit<SignedIn, 'accessToken' | 'refreshToken'> {
    this.cookies.lay(reply, answer, this.guard.csrfOf(answer.sessionId));
    const { accessToken: _, refreshToken: __, ...rest } = answer;
    return rest;
  }
}
