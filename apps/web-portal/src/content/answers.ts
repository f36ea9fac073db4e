import { type ApiClient, Refused, Unanswered } from '../api/api-client.js';
import { digest } from '../http/encoded.js';

export interface Answer<T = unknown> {
  readonly value: T;
  /** Equal digests, equal pages. */
  readonly digest: string;
}
interface Kept {
  readonly answer: Answer | undefined;
  readonly askedAt: number;
}
export interface AnswersOptions {
  readonly client: Pick<ApiClient, 'read'>;
  /** How long an answer is believed without asking again: what is published or withdrawn shows within a second everywhere. */
  readonly freshMs?: number;
  readonly most?: number;
  readonly now?: () => number;
}

/**
 * What the platform answered, kept as long as there is room and asked again when it is no longer fresh. When nobody answers, the last
 * answer stands: the site reads with everything behind it dead.
 */
export class Answers {
  readonly #kept = new Map<string, Kept>();
  readonly #asking = new Map<string, Promise<Answer | undefined>>();

  constructor(private readonly options: AnswersOptions) {}

  get size(): number {
    return this.#kept.size;
  }

  /** @returns the answer, or nothing where there is nothing under this address @throws Unanswered when nobody answers and nothing is known */
  async get<T>(path: string): Promise<Answer<T> | undefined> {
    const { freshMs = 800, now = Date.now } = this.options;
    const kept = this.#kept.get(path);
    if (kept && now() - kept.askedAt < freshMs) return kept.answer as Answer<T> | undefined;
    const asking = this.#asking.get(path) ?? this.#ask(path, now()).finally(() => this.#asking.delete(path));
    this.#asking.set(path, asking);
    try {
      return (await asking) as Answer<T> | undefined;
    } catch (error) {
      if (!(error instanceof Unanswered) || !kept) throw error;
      return kept.answer as Answer<T> | undefined;
    }
  }

  async #ask(path: string, askedAt: number): Promise<Answer | undefined> {
    const answer = await this.#read(path);
    const { most = 4_000 } = this.options;
    this.#kept.delete(path);
    // addresses that nobody has are not worth the room of a page
    if (answer) this.#kept.set(path, { answer, askedAt });
    // the first in a Map is the one that was renewed longest ago
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }

  async #read(path: string): Promise<Answer | undefined> {
    try {
      const text = await this.options.client.read(path);
      return { value: JSON.parse(text) as unknown, digest: digest(Buffer.from(text)) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // not there, gone, or an address that nobody can have meant; a limit says nothing about what is there
      if ([400, 404, 410, 422].includes(error.problem.status)) return undefined;
      throw new Unanswered(path, { cause: error });
    }
  }
}
