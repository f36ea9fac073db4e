import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Realm } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { type AttemptKind, placeOf, rules, signInWait, type Tally, waitOf } from './attempt.policy.js';
import { knownForDays } from './session.policy.js';

/** One try at somebody's password, from somewhere. */
export interface SignInAttempt {
  readonly realm: Realm;
  /** What was typed: it may be no account at all, or a password in the wrong field, so only a digest of it is kept. */
  readonly account: string;
  /** Who has that account, if anybody. */
  readonly subjectId: string | undefined;
  readonly address: string | undefined;
}
interface Key {
  readonly kind: AttemptKind;
  readonly key: string;
}

/**
 * Counts attempts before they are tried, so that guesses sent at once are counted like guesses sent in a row; a try that
 * succeeds is taken back.
 */
@Injectable()
export class Attempts {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `identity.session.too_many_attempts` with the seconds to wait, whether or not the account exists */
  async enterSignIn(attempt: SignInAttempt, now: Date): Promise<void> {
    const { pair, address, account } = keysOf(attempt);
    await this.dataSource.transaction(async (manager) => {
      const tallies = await held(manager, [account, address, pair]);
      const known = await this.#known(manager, attempt, now);
      const seconds = signInWait(
        { pair: tallies.get('pair'), address: tallies.get('address'), account: tallies.get('account'), known },
        now,
      );
      if (seconds > 0) throw new DomainError('identity.session.too_many_attempts', { seconds });
      await count(manager, [account, address, pair], now);
    });
  }

  /** The password was right. What an address did to other accounts stays counted: an own account must not clear it. */
  async passedSignIn(attempt: SignInAttempt): Promise<void> {
    const { pair, address, account } = keysOf(attempt);
    await this.dataSource.query('delete from attempt where kind = $1 and key = $2', [pair.kind, pair.key]);
    for (const { kind, key } of [account, address]) {
      await this.dataSource.query('update attempt set failures = greatest(0, failures - 1) where kind = $1 and key = $2', [kind, key]);
    }
  }

  /** @throws DomainError `identity.session.too_many_attempts` */
  async enterFactor(personId: string, now: Date): Promise<void> {
    const key: Key = { kind: 'factor', key: personId };
    await this.dataSource.transaction(async (manager) => {
      const seconds = waitOf('factor', (await held(manager, [key])).get('factor'), now);
      if (seconds > 0) throw new DomainError('identity.session.too_many_attempts', { seconds });
      await count(manager, [key], now);
    });
  }

  async passedFactor(personId: string): Promise<void> {
    await this.dataSource.query(`delete from attempt where kind = 'factor' and key = $1`, [personId]);
  }

  async #known(manager: EntityManager, { subjectId, address }: SignInAttempt, now: Date): Promise<boolean> {
    if (!subjectId || !address) return false;
    const since = new Date(now.getTime() - knownForDays * 86_400_000);
    const rows = await manager.query<unknown[]>(
      'select 1 from session where subject_id = $1 and address = $2 and started_at > $3 limit 1',
      [subjectId, address, since],
    );
    return rows.length > 0;
  }
}

function keysOf({ realm, account, address: seen = 'unknown' }: SignInAttempt): Record<'pair' | 'address' | 'account', Key> {
  const address = placeOf(seen);
  const digest = createHash('sha256').update(`${realm}:${account}`).digest('base64url');
  return {
    account: { kind: 'account', key: digest },
    address: { kind: 'address', key: address },
    pair: { kind: 'pair', key: `${digest} ${address}` },
  };
}

/** Holds the rows in one fixed order, so that attempts on the same keys follow each other and never wait in a circle. */
async function held(manager: EntityManager, keys: readonly Key[]): Promise<Map<AttemptKind, Tally>> {
  const kinds = keys.map(({ kind }) => kind);
  const texts = keys.map(({ key }) => key);
  await manager.query(
    `insert into attempt (kind, key, failures, last_at)
     select kind, key, 0, to_timestamp(0) from unnest($1::text[], $2::text[]) as wanted(kind, key) order by kind, key on conflict do nothing`,
    [kinds, texts],
  );
  const rows = await manager.query<(Tally & { kind: AttemptKind })[]>(
    `select kind, failures, last_at as "lastAt" from attempt where (kind, key) in (select * from unnest($1::text[], $2::text[])) order by kind, key for update`,
    [kinds, texts],
  );
  return new Map(rows.map((row) => [row.kind, row]));
}

async function count(manager: EntityManager, keys: readonly Key[], now: Date): Promise<void> {
  for (const { kind, key } of keys) {
    await manager.query(
      `update attempt set last_at = $3, failures = case when last_at < $3::timestamptz - make_interval(secs => $4) then 1 else failures + 1 end
       where kind = $1 and key = $2`,
      [kind, key, now, rules[kind].forgottenAfter],
    );
  }
}
