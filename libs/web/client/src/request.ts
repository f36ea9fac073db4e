import type { AnyOperation } from '@karez/contracts-kernel';

export interface WireRequest {
  readonly method: string;
  /** Path and query below the base URL: `/identity/people?limit=20`. */
  readonly path: string;
  /** JSON, of methods other than GET. */
  readonly body?: string;
}

/**
 * Lays a request out for HTTP as the contract's route says: path parameters in the path, the rest of a GET in the query,
 * the rest of others in the JSON body. Undefined and null fields are left out; lists repeat their name in the query.
 * @throws Error when the operation has no route, or a path parameter is missing: a mistake of the caller's code
 */
export function toWire(operation: AnyOperation, request: object): WireRequest {
  if (!operation.http) throw new Error(`${operation.subject} has no route`);
  const [method, template] = operation.http.split(' ') as [string, string];
  const rest = new Map(Object.entries(request).filter(([, value]) => value !== undefined && value !== null));
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value: unknown = rest.get(name);
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${operation.subject} needs ${name} in its path`);
    rest.delete(name);
    return encodeURIComponent(value);
  });
  if (method !== 'GET')
    return { method, path, body: rest.size > 0 || method !== 'DELETE' ? JSON.stringify(Object.fromEntries(rest)) : undefined };
  const query = new URLSearchParams();
  for (const [name, value] of rest)
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) query.append(name, String(each));
  return { method, path: query.size > 0 ? `${path}?${query}` : path };
}
