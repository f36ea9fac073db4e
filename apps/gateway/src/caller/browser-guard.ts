import { DomainError } from '@karez/kernel';
import type { FastifyRequest } from 'fastify';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { headerOf } from '../http/fastify-server.js';

/**
 * What a browser has to show beyond its cookie: that the request comes from a page of this very site, and the CSRF value
 * of its session (OWASP: HMAC of the session id). Programs that send a bearer token need neither.
 */
export class BrowserGuard {
  readonly #origins = new Set<string>();

  constructor(
    private readonly key: string,
    publicUrl: string,
  ) {
    this.allow(publicUrl);
  }

  /** A further address of the site: in development, where the process really listens. */
  allow(url: string): void {
    this.#origins.add(new URL(url).origin);
  }

  csrfOf(sessionId: string): string {
    return createHmac('sha256', this.key).update(`csrf ${sessionId}`).digest('base64url');
  }

  /** @throws DomainError `request.csrf` */
  assertCsrf(request: FastifyRequest, sessionId: string): void {
    this.assertSameOrigin(request);
    const shown = Buffer.from(headerOf(request, 'x-csrf-token') ?? '');
    const expected = Buffer.from(this.csrfOf(sessionId));
    if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) throw new DomainError('request.csrf');
  }

  /**
   * A browser says where a changing request comes from, in `Origin` or in `Sec-Fetch-Site`; silence is refused.
   * @throws DomainError `request.csrf`
   */
  assertSameOrigin(request: FastifyRequest): void {
    const { origin } = request.headers;
    const same = origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : this.#origins.has(origin);
    if (!same) throw new DomainError('request.csrf');
  }
}
