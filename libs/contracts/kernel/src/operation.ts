import type { Access } from './access.js';

/** A class that describes one request or answer: its class-validator decorators are the one source of validation and OpenAPI. */
export type Dto<T extends object> = new () => T;
export type HttpRoute = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** One remote call: declared once, mounted by the gateway, handled by one service, called by the web and by peers. */
export interface Operation<Req extends object = object, Res extends object = object> {
  readonly kind: 'cmd' | 'qry';
  readonly service: string;
  readonly name: string;
  readonly version: number;
  /** `cmd|qry.<service>.<name>.v<version>` */
  readonly subject: string;
  /** Absent: the operation is called over the bus only, never mounted at the edge. */
  readonly http?: HttpRoute;
  readonly needs: Access;
  readonly request: Dto<Req>;
  readonly response: Dto<Res>;
  /** A signing act: refused unless the session passed its second factor within the last ten minutes. */
  readonly stepUp: boolean;
  /** How long the caller waits, in milliseconds. */
  readonly deadlineMs: number;
  /** HTTP status of success. */
  readonly status: 200 | 201 | 204;
  /** Named rate limit of the gateway; without one the general limit holds. */
  readonly limit?: 'sign-in' | 'public-write';
  /** One line for OpenAPI and for the role screen, in Chinese. */
  readonly summary: string;
}

export interface Spec<Req extends object, Res extends object> {
  readonly version: number;
  readonly http?: HttpRoute;
  readonly needs: Access;
  readonly request: Dto<Req>;
  readonly response: Dto<Res>;
  readonly summary: string;
  readonly stepUp?: boolean;
  readonly deadlineMs?: number;
  readonly status?: 200 | 201 | 204;
  readonly limit?: 'sign-in' | 'public-write';
}

/** An operation that changes something: one transaction, an idempotency key, an audit record. */
export const command = <Req extends object, Res extends object>(spec: Spec<Req, Res>) => ({ kind: 'cmd' as const, ...spec });
/** An operation that only reads. */
export const query = <Req extends object, Res extends object>(spec: Spec<Req, Res>) => ({ kind: 'qry' as const, ...spec });

// `any` stands only here: a table holds operations of every request and answer type
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnySpec = { readonly kind: 'cmd' | 'qry' } & Spec<any, any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyOperation = Operation<any, any>;
export type Api = Readonly<Record<string, AnyOperation>>;
export type ApiOf<D> = { readonly [K in keyof D]: D[K] extends Spec<infer Req, infer Res> ? Operation<Req, Res> : never };

/**
 * A service's table of operations: name → operation, with the subject `cmd|qry.<service>.<name>.v<version>` worked out.
 * @throws Error at start when two operations share a route
 */
export function defineApi<const D extends Record<string, AnySpec>>(service: string, specs: D): ApiOf<D> {
  const routes = new Set<string>();
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      if (spec.http && routes.has(spec.http)) throw new Error(`${service}.${name}: ${spec.http} is declared twice`);
      if (spec.http) routes.add(spec.http);
      const defaults = { stepUp: false, deadlineMs: 5_000, status: 200 as const };
      return [name, { ...defaults, ...spec, service, name, subject: `${spec.kind}.${service}.${name}.v${spec.version}` }];
    }),
  ) as unknown as ApiOf<D>;
}
