import type { EntityManager } from 'typeorm';
import { searchTerms } from '../reading.js';
import type { Person } from './person.entity.js';

/** Writes what a person is found by. */
export async function writePersonTerms(manager: EntityManager, { id, name, account }: Person): Promise<void> {
  await manager.query('delete from person_term where person_id = $1', [id]);
  await manager.query('insert into person_term (term, person_id) select unnest($1::text[]), $2', [
    searchTerms([name], [account], { person: true }),
    id,
  ]);
}
