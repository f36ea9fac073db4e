import type { Order } from '@karez/persistence';
import { ranks } from './body.js';

/** The order of the directory in SQL: by rank, then by division code, then by name. */
export const directoryOrderSql = [
  { sql: `coalesce(array_position(array['${ranks.join(`', '`)}'], org.kind::text), ${ranks.length + 1})`, cast: 'int' },
  { sql: `coalesce(org.division_code, '') collate "C"`, cast: 'text' },
  { sql: `coalesce(org.name, '') collate "C"`, cast: 'text' },
] as const satisfies Order['by'];
