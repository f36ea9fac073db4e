import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { DataSource, type EntityManager } from 'typeorm';
import { expired, mlps3, type Owner, type PasswordProfile, weaknesses, weaknessTexts } from './password.policy.js';

/** OWASP's first choice: 19 MiB, two passes, one lane. */
const cost = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

export interface Credential {
  readonly hash: string;
  readonly earlier: readonly string[];
  readonly changedAt: Date;
  readonly mustChange: boolean;
}
interface SetPassword {
  readonly subjectId: string;
  readonly password: string;
  /** An administrator has made it: the owner has to change it first. */
  readonly mustChange: boolean;
}

/** Passwords of staff and applicants, as PHC strings of argon2id. */
@Injectable()
export class Passwords {
  /** Stands for the password of an account that does not exist, so that its absence costs the same time. */
  readonly #dummy = hashPassword(String(randomInt(2 ** 47)));

  constructor(private readonly dataSource: DataSource) {}

  async of(subjectId: string | undefined, manager: EntityManager = this.dataSource.manager): Promise<Credential | undefined> {
    const sql = 'select hash, earlier, changed_at as "changedAt", must_change as "mustChange" from credential where subject_id = $1';
    const [row] = await manager.query<[Credential | undefined]>(sql, [subjectId ?? null]);
    return row;
  }

  /** One argon2 run whether or not there is anything to compare with. */
  async matches(credential: Credential | undefined, password: string): Promise<boolean> {
    const matched = await verify(credential?.hash ?? (await this.#dummy), password.normalize('NFKC'));
    return matched && credential !== undefined;
  }

  mustChange({ mustChange, changedAt }: Credential, profile: PasswordProfile, now: Date): boolean {
    return mustChange || expired(changedAt, profile, now);
  }

  /** @throws DomainError `identity.password.too_weak` with the reasons and their codes, `identity.password.used_before` */
  async assertGood(password: string, owner: Owner, profile: PasswordProfile, credential?: Credential): Promise<void> {
    const found = weaknesses(password, owner, profile);
    if (found.length) {
      const reasons = found.map((weakness) => weaknessTexts[weakness](profile)).join('，');
      throw new DomainError('identity.password.too_weak', { reasons, rules: found });
    }
    const before = credential ? [credential.hash, ...credential.earlier].slice(0, profile.history) : [];
    for (const earlier of before)
      if (await verify(earlier, password.normalize('NFKC'))) throw new DomainError('identity.password.used_before');
  }

  async set(manager: EntityManager, { subjectId, password, mustChange }: SetPassword, now: Date): Promise<void> {
    await manager.query(
      `insert into credential (subject_id, hash, earlier, changed_at, must_change) values ($1, $2, '{}', $3, $4)
       on conflict (subject_id) do update set hash = excluded.hash, changed_at = excluded.changed_at, must_change = excluded.must_change,
         earlier = (array_prepend(credential.hash, credential.earlier))[1:$5]`,
      [subjectId, await hashPassword(password), now, mustChange, mlps3.history - 1],
    );
  }
}

const readable = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password that a person can read out: 16 signs in four groups, 93 bits, good by every profile. */
export function newPassword(): string {
  for (;;) {
    const signs = Array.from({ length: 16 }, () => readable[randomInt(readable.length)]!).join('');
    const password = signs.match(/.{4}/g)!.join('-');
    if (weaknesses(password, { account: '', name: '' }, mlps3).length === 0) return password;
  }
}
