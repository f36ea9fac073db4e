import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';

const withinMs = 15 * 60_000;
/** How many wrong codes are taken under a key within the time. */
export type Limits = Readonly<Record<string, number>>;

/** Counts what was tried in vain by an address or on a number, so that codes cannot be guessed through. */
@Injectable()
export class WrongCodes {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws DomainError `approval.progress.too_many` */
  async assertFew(limits: Limits, now: Date): Promise<void> {
    const rows = await this.source.query<{ key: string; wrong: number; since: Date }[]>(
      'select key, wrong, since from progress_attempt where key = any($1) and since > $2',
      [Object.keys(limits), new Date(now.getTime() - withinMs)],
    );
    const full = rows.find(({ key, wrong }) => wrong >= limits[key]!);
    if (!full) return;
    const seconds = Math.max(1, Math.ceil((full.since.getTime() + withinMs - now.getTime()) / 1_000));
    throw new DomainError('approval.progress.too_many', { seconds });
  }

  async count(limits: Limits, now: Date): Promise<void> {
    await this.source.query(
      `insert into progress_attempt (key, wrong, since) select key, 1, $2 from unnest($1::text[]) key order by key
       on conflict (key) do update set wrong = case when progress_attempt.since > $3 then progress_attempt.wrong + 1 else 1 end,
         since = case when progress_attempt.since > $3 then progress_attempt.since else $2 end`,
      [Object.keys(limits), now, new Date(now.getTime() - withinMs)],
    );
  }
}
