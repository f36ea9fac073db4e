import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';

export interface Preview {
  readonly editionId: string;
  /** Who made the link: laid over the page. */
  readonly madeBy: string;
  readonly expiresAt: Date;
}

/** 预览链接: signed, for one edition, for some hours; every replica of the service can open it. */
@Injectable()
export class PreviewTokens {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async sign({ editionId, madeBy, expiresAt }: Preview): Promise<string> {
    const said = Buffer.from(JSON.stringify([editionId, expiresAt.getTime(), madeBy])).toString('base64url');
    return `${said}.${await this.#seal(said)}`;
  }

  /** @throws DomainError `portal.preview.invalid` */
  async open(token: string, now: Date): Promise<Preview> {
    const [said = '', seal = ''] = token.split('.');
    const [given, right] = [Buffer.from(seal), Buffer.from(await this.#seal(said))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new DomainError('portal.preview.invalid');
    const [editionId, expiry, madeBy] = JSON.parse(Buffer.from(said, 'base64url').toString()) as [string, number, string];
    if (expiry <= now.getTime()) throw new DomainError('portal.preview.invalid');
    return { editionId, madeBy, expiresAt: new Date(expiry) };
  }

  async #seal(said: string): Promise<string> {
    const [secret] = await this.source.query<[{ value: string }]>(`select value from portal_secret where name = 'preview'`);
    return createHmac('sha256', secret.value).update(said).digest('base64url');
  }
}
