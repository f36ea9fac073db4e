import type { Access, Permissions } from './access.js';
import type { ErrorTable } from './error.js';
import type { EventClass } from './event.js';
import type { Api } from './operation.js';

/** A stretch of HTTP that a service answers itself (uploads, downloads): the gateway checks the caller and streams it through. */
export interface Upstream {
  /** Path below `/api`, without a trailing slash: `/files/uploads`. */
  readonly path: `/${string}`;
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS')[];
  readonly needs: Access;
  readonly summary: string;
}

/** Everything the rest of the platform may know of one service. */
export interface Contract<A extends Api = Api> {
  readonly service: string;
  /** The service's name in the office's words: “身份服务”. */
  readonly title: string;
  readonly api: A;
  readonly errors: ErrorTable;
  readonly permissions: Permissions;
  readonly events: readonly EventClass[];
  readonly upstreams?: readonly Upstream[];
}

/** @throws Error at start when an operation needs a permission that the contract does not name */
export function defineContract<const A extends Api>(contract: Contract<A>): Contract<A> {
  for (const operation of Object.values(contract.api)) {
    if (operation.needs.includes('.') && !(operation.needs in contract.permissions)) {
      throw new Error(`${operation.subject} needs ${operation.needs}, which the contract of ${contract.service} does not name`);
    }
  }
  return contract;
}
