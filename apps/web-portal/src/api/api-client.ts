/** What the API refused, in its own words: RFC 9457. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** By field of the request. */
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
}
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
/** Nobody answered, or with something that is no answer: the page may show what it knows. */
export class Unanswered extends Error {}

export interface ApiClientOptions {
  readonly apiUrl: string;
  readonly call?: typeof fetch;
  readonly timeoutMs?: number;
}
export interface Writer {
  /** From where the citizen writes, as the gateway said. */
  readonly address: string | undefined;
  readonly agent: string | undefined;
  readonly language: string;
  /** One key, one effect, however often the button was pressed. */
  readonly key: string;
}

/** The gateway's operations, as far as anybody may call them. */
export class ApiClient {
  constructor(private readonly options: ApiClientOptions) {}

  /** @param address of who asks, where wrong guesses are counted @returns the answer's text @throws Refused, Unanswered */
  read(path: string, address?: string): Promise<string> {
    return this.#send(path, { headers: { accept: 'application/json', ...(address && { 'x-forwarded-for': address }) } });
  }

  /** @throws Refused, Unanswered */
  async write<Answer>(path: string, body: object, { address, agent, language, key }: Writer): Promise<Answer> {
    const headers = {
      ...{ accept: 'application/json', 'content-type': 'application/json', 'accept-language': language, 'idempotency-key': key },
      ...(address && { 'x-forwarded-for': address }),
      ...(agent && { 'user-agent': agent }),
    };
    return JSON.parse(await this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) })) as Answer;
  }

  async #send(path: string, init: RequestInit): Promise<string> {
    const { apiUrl, call = fetch, timeoutMs = 8_000 } = this.options;
    let status: number;
    let text: string;
    try {
      const reply = await call(apiUrl + path, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      status = reply.status;
      text = await reply.text();
    } catch (error) {
      throw new Unanswered(path, { cause: error });
    }
    if (status >= 200 && status < 300) return text;
    const problem = problemIn(text);
    if (status >= 500 || !problem) throw new Unanswered(`${path}: ${status}`);
    throw new Refused({ ...problem, status });
  }
}

function problemIn(text: string): Problem | undefined {
  try {
    const found = JSON.parse(text) as Problem;
    return typeof found.code === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
