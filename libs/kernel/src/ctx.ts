import type { DataScope, Permission, Realm } from '@karez/contracts-kernel';

/** One role of the caller, as it reaches: these permissions, over this scope, seen from this body. */
export interface Grant {
  readonly permissions: readonly Permission[];
  readonly scope: DataScope;
  /** The body that the scope is measured from; for `listed`, all listed bodies. */
  readonly orgIds: readonly string[];
}

/** Who acts, and in which capacity. */
export interface Actor {
  readonly realm: Realm | 'anonymous' | 'system';
  /** Person, applicant or client id; the service's name for `system`; empty for `anonymous`. */
  readonly id: string;
  readonly name: string;
  /** The body the caller acts for in this session; absent for applicants and anonymous callers. */
  readonly orgId?: string;
  /** The post (岗位) the person acts in. */
  readonly postId?: string;
  readonly sessionId?: string;
  readonly grants: readonly Grant[];
  /** Error code that says why the grants are withheld for now (a password to be changed first); it takes the place of `auth.forbidden`. */
  readonly limitedBy?: string;
  /** When the session last passed its second factor, ISO 8601. */
  readonly steppedUpAt?: string;
}

/** The circumstances of one call. Passed explicitly, never ambient. */
export interface Ctx {
  readonly actor: Actor;
  /** The caller's Idempotency-Key: the same id has one effect and one answer. */
  readonly commandId: string;
  /** Subject of the operation, for the audit record. */
  readonly operation: string;
  /** Digest of the request, so that a reused command id with another body is refused. */
  readonly requestDigest: string;
  /** W3C traceparent. */
  readonly trace: string;
  /** The network address the edge saw. */
  readonly address?: string;
  readonly userAgent?: string;
  /** The caller's authority token, forwarded when a handler calls another service on the caller's behalf. */
  readonly authority?: string;
  /** The moment the call has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly now: Date;
}

export const anonymous: Actor = { realm: 'anonymous', id: '', name: '', grants: [] };
