import { Injectable } from '@nestjs/common';
import { chinaDay, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { PortalConfig } from '../config.js';
import { CitizenCodes } from './citizen-codes.js';

/** What one address may send in on one day, whatever it is; behind the limit that the gateway keeps by the minute. */
@Injectable()
export class DailyLimit {
  constructor(
    private readonly config: PortalConfig,
    private readonly codes: CitizenCodes,
  ) {}

  /** @throws DomainError `portal.letter.too_many` */
  async count({ manager, ctx }: Tx): Promise<void> {
    // a call from inside the platform carries no address: all citizens would share one count
    if (!ctx.address) return;
    const day = chinaDay(ctx.now);
    const limit = this.config.mostSentADay;
    const [row] = await manager.query<[{ times: number }]>(
      `insert into sent_today as sent (day, sender, times) values ($1, $2, 1)
       on conflict (day, sender) do update set times = sent.times + 1 returning times`,
      [day, await this.codes.seal(manager, 'sender', day, ctx.address)],
    );
    if (row.times > limit) throw new DomainError('portal.letter.too_many', { limit });
    if (row.times === 1) await manager.query('delete from sent_today where day < $1::date - 1', [day]);
  }
}
