import type { TokenCheck } from '@karez/auth';
import { identityApi } from '@karez/contracts-identity';
import { type Actor, DomainError } from '@karez/kernel';
import type { Remote } from '@karez/messaging';
import { LRUCache } from 'lru-cache';

/** Who a session acts as, proved for the bus. */
export interface Authority {
  readonly token: string;
  readonly actor: Actor;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Access tokens live ten minutes at most; an ended session is remembered longer than any of its tokens. */
const rememberEndedMs = 15 * 60_000;
/** A call may be on its way for as long as this: its authority must not end before it arrives. */
const renewAheadMs = 5_000;

const isAway = (error: unknown): boolean => error instanceof DomainError && /^service\./.test(error.code);

/**
 * The authority of each session, asked of identity once and kept until it expires or the session changes. While
 * identity cannot be reached the kept ones go on to their end, five minutes at most. That is sound: ending a session is
 * itself a commit of identity, so while identity is down none can have ended; and when only the way to it is cut, the
 * authority's own expiry, signed by identity, bounds how long a session that ended meanwhile is still believed. The
 * alternative would sign the whole province out whenever one process restarts.
 */
export class Authorities {
  readonly #kept = new LRUCache<string, Authority>({ max: 20_000 });
  readonly #asking = new Map<string, Promise<Authority>>();
  readonly #ended = new LRUCache<string, true>({ max: 100_000, ttl: rememberEndedMs });

  constructor(
    private readonly remote: Remote,
    private readonly tokens: TokenCheck,
  ) {}

  /**
   * @param accessToken of this session, its signature already checked
   * @throws DomainError `auth.expired` for a session that has ended, `service.unavailable` and `service.deadline` of identity
   */
  async of(sessionId: string, accessToken: string, trace: string): Promise<Authority> {
    if (this.#ended.has(sessionId)) throw new DomainError('auth.expired');
    const kept = this.#kept.get(sessionId);
    if (kept && kept.expiresAt - renewAheadMs > Date.now()) return kept;
    try {
      return await this.#asked(sessionId, accessToken, trace);
    } catch (error) {
      if (kept && kept.expiresAt > Date.now() && isAway(error)) return kept;
      throw error;
    }
  }

  /** One question at a time for one session. */
  async #asked(sessionId: string, accessToken: string, trace: string): Promise<Authority> {
    const underWay = this.#asking.get(sessionId);
    if (underWay) return underWay;
    const asking = this.#ask(accessToken, trace);
    this.#asking.set(sessionId, asking);
    try {
      const authority = await asking;
      // a change that came in meanwhile has taken the question away: answer with it, keep nothing
      if (this.#asking.get(sessionId) === asking) this.#kept.set(sessionId, authority);
      return authority;
    } finally {
      if (this.#asking.get(sessionId) === asking) this.#asking.delete(sessionId);
    }
  }

  /** Other grants, another post, a passed second factor: ask again. */
  changed(sessionId: string): void {
    this.#kept.delete(sessionId);
    this.#asking.delete(sessionId);
  }

  ended(sessionId: string): void {
    this.changed(sessionId);
    this.#ended.set(sessionId, true);
  }

  async #ask(accessToken: string, trace: string): Promise<Authority> {
    const { token, expiresAt } = await this.remote.callAsSystem(identityApi.getAuthority, { accessToken }, trace);
    return { token, actor: await this.tokens.authority(token), expiresAt: Date.parse(expiresAt) };
  }
}
