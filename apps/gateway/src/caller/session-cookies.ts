import type { CookieSerializeOptions } from '@fastify/cookie';
import type { SignedIn } from '@karez/contracts-identity';
import type { FastifyReply } from 'fastify';

export const accessCookie = 'karez_access';
export const refreshCookie = 'karez_refresh';
/** Readable by the page, which repeats it in `X-CSRF-Token`. */
export const csrfCookie = 'karez_csrf';

/** The tokens of a browser: out of the reach of scripts, sent to this site only and only where they are needed. */
export class SessionCookies {
  readonly #access: CookieSerializeOptions;
  readonly #refresh: CookieSerializeOptions;
  readonly #csrf: CookieSerializeOptions;

  constructor(publicUrl: string) {
    const secure = publicUrl.startsWith('https:');
    this.#access = { path: '/api', httpOnly: true, sameSite: 'strict', secure };
    this.#refresh = { path: '/api/identity/sessions/refresh', httpOnly: true, sameSite: 'strict', secure };
    this.#csrf = { path: '/', httpOnly: false, sameSite: 'strict', secure };
  }

  /** Lays the tokens down. The refresh cookie ends with the browser; its token ends when identity says. */
  lay(reply: FastifyReply, { accessToken, refreshToken, expiresIn }: SignedIn, csrf: string): void {
    if (accessToken) void reply.setCookie(accessCookie, accessToken, { ...this.#access, maxAge: expiresIn });
    if (refreshToken) void reply.setCookie(refreshCookie, refreshToken, this.#refresh);
    void reply.setCookie(csrfCookie, csrf, this.#csrf);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(accessCookie, this.#access).clearCookie(refreshCookie, this.#refresh).clearCookie(csrfCookie, this.#csrf);
  }
}
