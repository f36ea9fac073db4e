import type { EntityManager } from 'typeorm';
import { searchTerms } from '../reading.js';
import type { Org } from './org.entity.js';

/** Writes what a body is found by. */
export async function writeOrgTerms(manager: EntityManager, { id, name, shortName, nameEn, divisionCode }: Org): Promise<void> {
  const terms = searchTerms([name, ...(shortName ? [shortName] : []), ...(nameEn ? [nameEn] : [])], divisionCode ? [divisionCode] : []);
  await manager.query('delete from org_term where org_id = $1', [id]);
  await manager.query('insert into org_term (term, org_id) select unnest($1::text[]), $2', [terms, id]);
}
