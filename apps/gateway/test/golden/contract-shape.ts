import type { Contract } from '@karez/contracts-kernel';
import { type Schema, Schemas } from '../../src/openapi/schemas.js';

interface OperationShape {
  readonly subject: string;
  readonly http: string | null;
  readonly needs: string;
  readonly stepUp: boolean;
  readonly status: number;
  readonly request: Schema;
  readonly response: Schema;
}

/** What others rely on in a contract: what they send, what they get, whom it is for, what they are told. Not its words. */
export interface ContractShape {
  readonly operations: Readonly<Record<string, OperationShape>>;
  /** The classes that requests and answers refer to. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Subject → aggregate. */
  readonly events: Readonly<Record<string, string>>;
  /** Code → HTTP status. */
  readonly errors: Readonly<Record<string, number>>;
  readonly permissions: readonly string[];
  /** Path → methods and who may. */
  readonly upstreams: Readonly<Record<string, { readonly methods: readonly string[]; readonly needs: string }>>;
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

export function shapeOf({ api, events, errors, permissions, upstreams = [] }: Contract): ContractShape {
  const schemas = new Schemas();
  const operations = Object.entries(api).map(([name, { subject, http = null, needs, stepUp, status, request, response }]) => {
    const shape: OperationShape = { subject, http, needs, stepUp, status, request: schemas.of(request), response: schemas.of(response) };
    return [name, shape] as const;
  });
  return {
    operations: sorted(operations),
    schemas: sorted(Object.entries(schemas.components)),
    events: sorted(events.map(({ subject, aggregate }) => [subject, aggregate] as const)),
    errors: sorted(Object.entries(errors).map(([code, { status }]) => [code, status] as const)),
    permissions: Object.keys(permissions).sort(),
    upstreams: sorted(upstreams.map(({ path, methods, needs }) => [path, { methods, needs }] as const)),
  };
}
