import type { DirectoryRow, OrgKind } from '@karez/contracts-identity';
import type { Body } from './directory.js';

/** Path of identity's public operation `listDirectory`, below the API's base URL. */
export const directoryPath = '/identity/directory';
const pageSize = 200;
const mostPages = 50;

const kinds: ReadonlySet<string> = new Set<OrgKind>([
  'ministry',
  'department',
  'prefecture_bureau',
  'county_bureau',
  'basin_body',
  'office',
  'subordinate_unit',
]);
const text = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A row this site can show; a body of a kind that it does not know yet is left out, never shown half. */
function isBody(row: unknown): row is DirectoryRow {
  const { id, name, kind } = (row ?? {}) as Partial<DirectoryRow>;
  return text(id) && text(name) && text(kind) && kinds.has(kind);
}

/** Only the fields of the contract, so that equal directories have equal bytes. */
function toBody({ id, name, nameEn, kind, divisionCode, parentId }: DirectoryRow): Body {
  return {
    id,
    name,
    kind,
    ...(text(nameEn) && { nameEn }),
    ...(text(divisionCode) && { divisionCode }),
    ...(text(parentId) && { parentId }),
  };
}

/** @throws Error when the rows are no directory: not a list, or nothing in it that can be shown */
export function bodiesFrom(rows: unknown): Body[] {
  const bodies = Array.isArray(rows) ? rows.filter(isBody).map(toBody) : [];
  if (bodies.length === 0) throw new Error('the directory has no bodies');
  return bodies;
}

/**
 * Reads the whole directory, page by page.
 * @throws Error when the API does not answer in time, answers other than 200, or with something that is no directory
 */
export async function readDirectory(apiUrl: string, signal: AbortSignal, call: typeof fetch = fetch): Promise<Body[]> {
  const rows: unknown[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ limit: String(pageSize), offices: 'true', ...(after !== undefined && { after }) });
    const reply = await call(`${apiUrl}${directoryPath}?${query}`, { signal, headers: { accept: 'application/json' } });
    if (reply.status !== 200) throw new Error(`the directory answered ${reply.status}`);
    const answer = (await reply.json()) as { items?: unknown; next?: unknown };
    if (!Array.isArray(answer.items)) throw new Error('the directory answered without items');
    rows.push(...(answer.items as unknown[]));
    if (!text(answer.next)) return bodiesFrom(rows);
    after = answer.next;
  }
  throw new Error(`the directory has more than ${mostPages} pages`);
}
