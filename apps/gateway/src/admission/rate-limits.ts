import { DomainError } from '@karez/kernel';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Rate, Rates } from '../gateway-environment.js';

export type Limit = 'session' | 'address' | 'sign-in' | 'public-write';

/** A hung Redis answers nothing: after this time the process counts by itself, and does not ask again until the line is new. */
const patienceMs = 150;

/** Counts calls in Redis, so that all replicas count together; while Redis is gone each counts for itself. */
export class RateLimits {
  readonly #redis: Redis | undefined;
  readonly #limits: Readonly<Record<Limit, RateLimiterAbstract>>;

  constructor(rates: Rates, redisUrl: string | undefined) {
    this.#redis = redisUrl ? openRedis(redisUrl) : undefined;
    this.#limits = {
      session: this.#limiter('session', rates.session),
      address: this.#limiter('address', rates.address),
      'sign-in': this.#limiter('sign-in', rates.signIn),
      'public-write': this.#limiter('public-write', rates.publicWrite),
    };
  }

  /** @throws DomainError `request.rate_limited` with the seconds to wait */
  async take(limit: Limit, key: string): Promise<void> {
    try {
      await this.#limits[limit].consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError('request.rate_limited', { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
  }

  close(): void {
    this.#redis?.disconnect();
  }

  #limiter(name: Limit, { calls, seconds }: Rate): RateLimiterAbstract {
    const own = { keyPrefix: `gateway-limit-${name}`, points: calls, duration: seconds };
    const memory = new RateLimiterMemory(own);
    if (!this.#redis) return memory;
    return new RateLimiterRedis({ ...own, storeClient: this.#redis, insuranceLimiter: memory, rejectIfRedisNotReady: true });
  }
}

function openRedis(url: string): Redis {
  const redis = new Redis(url, {
    ...{ enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: patienceMs },
    retryStrategy: () => 1_000,
  });
  redis.on('error', () => undefined);
  // one command in vain is enough: drop the line, and count in memory until there is a new one
  const watch = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => redis.disconnect(true));
  }, 1_000).unref();
  redis.once('end', () => clearInterval(watch));
  return redis;
}
