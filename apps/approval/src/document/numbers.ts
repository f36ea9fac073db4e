import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Numbers without gaps: the row of a series is held until the commit, and a rollback gives its number back. */
@Injectable()
export class Numbers {
  async next(manager: EntityManager, series: string, year: number): Promise<number> {
    const [{ last }] = await manager.query<[{ last: number }]>(
      `insert into number_ledger (series, year, last) values ($1, $2, 1)
       on conflict (series, year) do update set last = number_ledger.last + 1 returning last`,
      [series, year],
    );
    return last;
  }
}
