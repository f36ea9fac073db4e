/** Reads one cookie out of `document.cookie`. */
export function cookieOf(cookies: string, name: string): string | undefined {
  const found = cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

export interface SessionOptions {
  /** `/api` */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** `document.cookie` as it is now. */
  readonly cookies: () => string;
  /** The session is over and cannot be renewed. */
  readonly onEnded?: () => void;
}

/** The browser's session: its headers, and its renewal shared by all calls that meet an expired access token at the same time. */
export class BrowserSession {
  #renewal: Promise<boolean> | undefined;

  constructor(readonly options: SessionOptions) {}

  /** Whether this browser has signed in and neither signed out nor been told that it is over. */
  get begun(): boolean {
    return this.#csrf() !== undefined;
  }

  headers(): Record<string, string> {
    const csrf = this.#csrf();
    return { accept: 'application/json', 'x-karez-client': 'browser', ...(csrf ? { 'x-csrf-token': csrf } : {}) };
  }

  /**
   * Renews the session once for everyone who waits.
   * @returns whether there is a session now; false also when no answer came, so that the caller shows the first refusal
   */
  renew(): Promise<boolean> {
    this.#renewal ??= this.#refresh().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  #csrf(): string | undefined {
    return cookieOf(this.options.cookies(), 'karez_csrf');
  }

  async #refresh(): Promise<boolean> {
    const { baseUrl, fetch, onEnded } = this.options;
    try {
      const response = await fetch(`${baseUrl}/identity/sessions/refresh`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { ...this.headers(), 'content-type': 'application/json' },
        body: '{}',
      });
      if (response.ok) return true;
      // only a definite no ends the session: a service that is down for a minute must not sign anyone out
      if (response.status === 401 || response.status === 403) onEnded?.();
      return false;
    } catch {
      return false;
    }
  }
}
