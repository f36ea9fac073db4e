/** What `verify-evidence.mjs` exports, for the tests and for whoever calls it from TypeScript. */
export interface EvidenceFinding {
  /** `error`: the evidence is not valid. `notice`: to be known, it stands nevertheless. */
  readonly level: 'error' | 'notice';
  readonly code: string;
  /** `file`, `seal`, `document`, `statements[3]`, `events[0]` … */
  readonly at: string;
  readonly text: string;
}
export interface SignedWord {
  readonly at: string;
  readonly kind: string;
  readonly signer: string;
  readonly signerName?: string;
  readonly keyId: string;
  readonly signedAt: string;
  readonly by?: { readonly id: string; readonly name: string; readonly orgId: string };
  readonly reason?: { readonly code?: string; readonly text: string };
  /** Fingerprint of the root that vouches for the signer's key. */
  readonly root?: string;
  readonly stands: boolean;
}
export interface EvidenceResult {
  readonly verdict: 'valid' | 'invalid';
  readonly rootCompared: boolean;
  readonly roots: readonly { readonly owner: string; readonly keyId: string; readonly fingerprint: string; readonly compared: boolean }[];
  readonly deliveryId?: string;
  readonly dispatchId?: string;
  readonly exportedAt?: string;
  readonly sender?: { readonly id: string; readonly name?: string };
  readonly recipient?: { readonly id: string; readonly name?: string };
  readonly document?: { readonly digest?: string; readonly title?: string; readonly number?: string };
  /** State of the custody holder by its receipts. */
  readonly custody?: string;
  readonly signed: readonly SignedWord[];
  readonly events: number;
  readonly findings: readonly EvidenceFinding[];
}
export interface EvidenceOptions {
  /** Fingerprints of root keys known from elsewhere: SM3 of the uncompressed point, hexadecimal. */
  readonly roots?: readonly string[];
  /** Kept between calls, so that each signature is computed once. */
  readonly memo?: Map<string, boolean>;
  /** Awaited between signatures. */
  readonly pause?: () => Promise<void>;
}
export function verifyEvidence(bytes: Uint8Array, options?: EvidenceOptions): Promise<EvidenceResult>;

export interface Point {
  readonly hex: string;
  readonly fingerprint: string;
  readonly table: unknown;
}
export function readPoint(text: unknown): Point | undefined;
export function readSignature(der: Uint8Array): [r: bigint, s: bigint] | undefined;
export function readBase64(text: unknown): Uint8Array | undefined;
export function sm2Verify(message: Uint8Array, der: Uint8Array, point: Point, userId?: string): boolean;
export function sm3(message: Uint8Array): Uint8Array;
/** @throws RangeError for what JSON cannot hold */
export function canonical(value: unknown): string;
export function readCanonical(text: string): unknown;
export function officeTime(instant: unknown): string;

export const LIMITS: Readonly<Record<'bytes' | 'statements' | 'events' | 'certificates' | 'roots' | 'revocations', number>>;
export const CODES: readonly string[];
export const SIDES: Readonly<Record<string, 'sender' | 'recipient'>>;
export const RECEIPTS: Readonly<Record<string, string>>;
export const CUSTODY: Readonly<Record<string, readonly string[]>>;
export const PROVEN_BY: Readonly<Record<string, string>>;
