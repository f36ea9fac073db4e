import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Sealer } from '../key/sealer.js';
import { codeSeconds, maxTries, pauseBefore, type SentCode } from './applicant-code.policy.js';

export const sendSmsTask = 'identity.send_sms';
/** What the task of sending carries: the code is sealed, because the row stays in the table for a while. */
export interface SmsToSend {
  readonly codeId: string;
  readonly phone: string;
  readonly sealed: string;
}

/** Codes that prove that somebody reads the messages of a phone. */
@Injectable()
export class ApplicantCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `request.rate_limited` with the seconds to wait, whether or not the phone is registered */
  async send(tx: Tx, phone: string): Promise<void> {
    const { manager, ctx } = tx;
    await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`identity.applicant_code ${phone}`]);
    const sent = await manager.query<SentCode[]>(
      `select sent_at as "sentAt" from applicant_code where phone = $1 and sent_at > $2::timestamptz - interval '1 day' order by sent_at`,
      [...[phone, ctx.now]],
    );
    const seconds = pauseBefore(sent, ctx.now);
    if (seconds > 0) throw new DomainError('request.rate_limited', { seconds });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const codeId = newId();
    await manager.query('insert into applicant_code (id, phone, hash, sent_at, expires_at) values ($1, $2, $3, $4, $5)', [
      ...[codeId, phone, this.#digest(phone, code), ctx.now, new Date(ctx.now.getTime() + codeSeconds * 1000)],
    ]);
    const payload: SmsToSend = { codeId, phone, sealed: this.sealer.seal(`sms/${codeId}`, code).toString('base64') };
    await tx.schedule(sendSmsTask, ctx.now, payload);
  }

  codeOf({ codeId, sealed }: SmsToSend): string {
    return this.sealer.open(`sms/${codeId}`, Buffer.from(sealed, 'base64')).toString();
  }

  /**
   * Tries a code against the latest one that was sent. The try is counted before it is made, outside the caller's
   * transaction, so that a refusal does not give it back.
   * @returns the id of the code @throws DomainError `identity.applicant.code_wrong`
   */
  async try(phone: string, code: string, now: Date): Promise<string> {
    const [rows] = await this.dataSource.query<[{ id: string; hash: Buffer }[], number]>(
      `update applicant_code set tries = tries + 1
       where id = (select id from applicant_code where phone = $1 order by sent_at desc limit 1) and used_at is null and expires_at > $2 and tries < $3
       returning id, hash`,
      [phone, now, maxTries],
    );
    const [latest] = rows;
    if (!latest || !timingSafeEqual(latest.hash, this.#digest(phone, code))) throw new DomainError('identity.applicant.code_wrong');
    return latest.id;
  }

  /** @throws DomainError `identity.applicant.code_wrong` when somebody else has used it meanwhile */
  async use(tx: Tx, codeId: string): Promise<void> {
    const [used] = await tx.manager.query<[unknown[], number]>(
      'update applicant_code set used_at = $2 where id = $1 and used_at is null returning id',
      [codeId, tx.ctx.now],
    );
    if (!used.length) throw new DomainError('identity.applicant.code_wrong');
  }

  #digest(phone: string, code: string): Buffer {
    return this.sealer.derive('applicant code', `${phone} ${code}`);
  }
}
