/** One row of `body_key`. */
export interface KeyRow {
  readonly keyId: string;
  /** Id of the body, or `node:<id>` for a root key. */
  readonly owner: string;
  readonly use: 'signature' | 'encryption';
  /** Uncompressed point, hexadecimal. */
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly wrapped: Buffer | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
  readonly root: boolean;
}
export const keyColumns = `key_id as "keyId", owner, use, public_key as "publicKey", fingerprint, wrapped, valid_from as "validFrom",
  valid_until as "validUntil", revoked_at as "revokedAt", revoked_reason as "revokedReason", root`;

/** A wrapped key opens only in its own row. */
export const contextOf = (owner: string, keyId: string): string => `body_key:${owner}:${keyId}`;
