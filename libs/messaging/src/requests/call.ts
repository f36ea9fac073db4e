import { createHash } from 'node:crypto';
import type { AnyOperation } from '@karez/contracts-kernel';

/** What travels on the bus: the request, and the proof of who asks. */
export interface Call {
  readonly request: object;
  /** Identity's signed word on the caller; absent for anonymous callers. */
  readonly authority?: string;
  /** Name of the calling service when it acts for itself; the broker's subject permissions make it true. */
  readonly system?: string;
  readonly commandId: string;
  readonly trace: string;
  /** Milliseconds the caller still waits. */
  readonly ttlMs: number;
  readonly address?: string;
  readonly userAgent?: string;
}
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly evidence?: object;
}
export type Reply = { readonly ok: object } | { readonly error: Refusal };

/** The operations a process handles, by subject; filled by `@Handles`. */
export const handledOperations = new Map<string, AnyOperation>();

/** Digest of a request for recognising a reused command id: SHA-256 of its JSON with sorted keys. */
export const digestOf = (request: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest('base64url');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
