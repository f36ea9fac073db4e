import { type Actor, DomainError } from '@karez/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

/** `typ` of the token that identity signs for the bus: who acts, in which capacity, with which grants. */
export const authorityType = 'authority+jwt';
/** `typ` of the short token that a caller shows at the edge. */
export const accessType = 'at+jwt';
export const issuer = 'karez';

/** The claims of an access token: the session and no more. */
export interface AccessClaims {
  readonly sessionId: string;
  readonly realm: Actor['realm'];
  readonly subject: string;
  /** SHA-256 (base64url) of the CSRF value of a browser session. */
  readonly csrf?: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** Checks identity's signatures. Keys are asked for when a token names one that is not known, at most once a second. */
export class TokenCheck {
  #keySet?: ReturnType<typeof createLocalJWKSet>;
  #askedAt = 0;
  readonly #actors = new Map<string, { actor: Actor; expiresAt: number }>();

  constructor(private readonly fetchKeys: () => Promise<JSONWebKeySet>) {}

  /** @throws DomainError `auth.expired` for a token that is ended, forged or of another kind */
  async authority(token: string, now = Date.now()): Promise<Actor> {
    const known = this.#actors.get(token);
    if (known && known.expiresAt > now) return known.actor;
    const claims = await this.#verify(token, authorityType, now);
    const actor = { ...(claims.actor as Actor) };
    if (this.#actors.size > 5_000) this.#actors.clear();
    this.#actors.set(token, { actor, expiresAt: (claims.exp ?? 0) * 1000 });
    return actor;
  }

  /** @throws DomainError `auth.expired` */
  async access(token: string, now = Date.now()): Promise<AccessClaims> {
    const { sub, sid, realm, csrf, exp } = await this.#verify(token, accessType, now);
    return {
      sessionId: sid as string,
      realm: realm as Actor['realm'],
      subject: sub ?? '',
      ...(csrf ? { csrf: csrf as string } : {}),
      expiresAt: exp ?? 0,
    };
  }

  async #verify(token: string, typ: string, now: number): Promise<JWTPayload> {
    try {
      return await this.#verifyWithKnownKeys(token, typ, now);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey && now - this.#askedAt > 1_000) {
        this.#keySet = undefined;
        return this.#verifyWithKnownKeys(token, typ, now).catch(refuse);
      }
      return refuse(error);
    }
  }

  async #verifyWithKnownKeys(token: string, typ: string, now: number): Promise<JWTPayload> {
    if (!this.#keySet) {
      this.#askedAt = now;
      this.#keySet = createLocalJWKSet(await this.fetchKeys());
    }
    const { payload } = await jwtVerify(token, this.#keySet, { issuer, typ, algorithms: ['ES256'], currentDate: new Date(now) });
    return payload;
  }
}

function refuse(error: unknown): never {
  if (error instanceof errors.JOSEError) throw new DomainError('auth.expired');
  throw error;
}
