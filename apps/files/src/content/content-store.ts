import type { Readable } from 'node:stream';

/** Where stored bytes lie, each content once, under its SHA-256. It knows nothing of files, states or permissions. */
export interface ContentStore {
  /** Copies a file in. Whole or not at all, durable when it resolves; the same content again is as good as once. */
  put(sha256: string, path: string): Promise<void>;
  /** Size in bytes of what is stored, `undefined` when nothing is. */
  size(sha256: string): Promise<number | undefined>;
  /** The bytes from `from` to `to`, both included. The stream fails when they are not there. */
  open(sha256: string, from: number, to: number): Promise<Readable>;
  /** Nothing to remove is no error. */
  remove(sha256: string): Promise<void>;
}

/** `content/ab/cd/abcd…`: no folder grows beyond what a file system likes. */
export const contentKey = (sha256: string): string => `content/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
