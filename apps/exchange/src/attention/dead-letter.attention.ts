import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { holds } from '@karez/auth';
import type { NeedsPerson } from '@karez/contracts-exchange';
import type { Actor } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { deadLetterWords } from './attention.words.js';

/** Events of other services that could not be taken in, one matter for each service; they belong to no body. */
@Injectable()
export class DeadLetterAttention {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(actor: Actor): Promise<NeedsPerson[]> {
    if (!holds(actor, 'exchange.dead_letter.read')) return [];
    const rows = await this.source.query<{ producer: string; count: number; since: Date }[]>(
      `select producer, count(*)::int as count, min(first_at) as since from dead_letter where state in ('dead', 'held') group by producer`,
    );
    return rows.map(({ producer, count, since }) => ({
      ...{ kind: 'dead_letter', ...deadLetterWords(producer, count), since: since.toISOString() },
    }));
  }
}
