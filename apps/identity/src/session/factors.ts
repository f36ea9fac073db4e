import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Secret, TOTP } from 'otpauth';
import { Sealer } from '../key/sealer.js';

const stepSeconds = 30;
const recoveryCodes = 10;
const placeOf = (personId: string): string => `totp/${personId}`;
const totpOf = (secret: Secret, account: string): TOTP =>
  new TOTP({ issuer: 'Karez', label: account, secret, algorithm: 'SHA1', digits: 6, period: stepSeconds });

export interface FactorState {
  readonly enrolled: boolean;
  readonly recoveryCodesLeft: number;
}
export interface Enrolment {
  readonly uri: string;
  readonly secret: string;
}

/** The second factor: time-based codes (RFC 6238) and recovery codes, each good for one use. */
@Injectable()
export class Factors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  async of(personId: string, manager: EntityManager = this.dataSource.manager): Promise<FactorState> {
    const [row] = await manager.query<[FactorState]>(
      `select exists(select 1 from totp_factor where person_id = $1 and confirmed_at is not null) as enrolled,
         (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft"`,
      [personId],
    );
    return row;
  }

  /** A new secret in place of one that was never confirmed. */
  async enrol(manager: EntityManager, personId: string, account: string, now: Date): Promise<Enrolment> {
    const secret = new Secret({ size: 20 });
    await manager.query(
      `insert into totp_factor (person_id, secret, last_step, created_at) values ($1, $2, 0, $3)
       on conflict (person_id) do update set secret = excluded.secret, last_step = 0, created_at = excluded.created_at where totp_factor.confirmed_at is null`,
      [personId, this.sealer.seal(placeOf(personId), secret.base32), now],
    );
    return { uri: totpOf(secret, account).toString(), secret: secret.base32 };
  }

  /** @returns the recovery codes, or nothing when the code was wrong */
  async confirm(manager: EntityManager, personId: string, code: string, now: Date): Promise<string[] | undefined> {
    if (!(await this.#useTotp(manager, personId, code, now))) return undefined;
    await manager.query('update totp_factor set confirmed_at = $2 where person_id = $1', [personId, now]);
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await manager.query('delete from recovery_code where person_id = $1', [personId]);
    await manager.query('insert into recovery_code (person_id, hash) select $1, unnest($2::bytea[])', [personId, codes.map(digestOf)]);
    return codes;
  }

  /** Uses up one code, of the authenticator or for recovery. Of many who show the same one at once a single one succeeds. */
  async use(manager: EntityManager, personId: string, code: string, now: Date): Promise<boolean> {
    if (/^\d{6}$/.test(code)) return this.#useTotp(manager, personId, code, now);
    const [rows] = await manager.query<[unknown[], number]>(
      'update recovery_code set used_at = $3 where person_id = $1 and hash = $2 and used_at is null returning 1',
      [...[personId, digestOf(code), now]],
    );
    return rows.length > 0;
  }

  async remove(manager: EntityManager, personId: string): Promise<void> {
    await manager.query('delete from totp_factor where person_id = $1', [personId]);
    await manager.query('delete from recovery_code where person_id = $1', [personId]);
  }

  async #useTotp(manager: EntityManager, personId: string, code: string, now: Date): Promise<boolean> {
    const [row] = await manager.query<[{ secret: Buffer } | undefined]>('select secret from totp_factor where person_id = $1', [personId]);
    if (!row) return false;
    const secret = Secret.fromBase32(this.sealer.open(placeOf(personId), row.secret).toString());
    const drift = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
    if (drift === null) return false;
    const step = Math.floor(now.getTime() / 1000 / stepSeconds) + drift;
    const [used] = await manager.query<[unknown[], number]>(
      'update totp_factor set last_step = $2 where person_id = $1 and last_step < $2 returning 1',
      [personId, step],
    );
    return used.length > 0;
  }
}

/** 50 bits in ten signs, read in two groups. */
function newRecoveryCode(): string {
  const signs = new Secret({ buffer: new Uint8Array(randomBytes(7)).buffer }).base32.slice(0, 10).toLowerCase();
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
const digestOf = (code: string): Buffer =>
  createHash('sha256')
    .update(`recovery ${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`)
    .digest();
