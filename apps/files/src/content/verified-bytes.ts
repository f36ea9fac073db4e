import { createHash } from 'node:crypto';
import type { ContentStore } from './content-store.js';
import { blockBytes } from './digests.js';

/** A stored content as the database knows it. */
export interface ContentFacts {
  readonly sha256: string;
  readonly size: number;
  readonly blockDigests: Buffer;
}
type Source = Pick<ContentStore, 'open'>;
/** The stored bytes are not those that were stored, or are gone. */
export class DamagedContent extends Error {
  constructor(readonly sha256: string) {
    super('stored content is damaged');
  }
}

/**
 * Reads a stretch of stored bytes, first and last included. Every block is compared with its digest in the database before
 * any byte of it leaves, so that altered bytes are never handed on, from the middle of a file as little as from its start.
 * @throws DamagedContent
 */
export async function* verifiedBytes(
  store: Source,
  { sha256, size, blockDigests }: ContentFacts,
  from = 0,
  to = size - 1,
): AsyncGenerator<Buffer> {
  let number = Math.floor(from / blockBytes);
  const end = Math.min(size, (Math.floor(to / blockBytes) + 1) * blockBytes);
  for await (const block of blocksOf(store, sha256, number * blockBytes, end)) {
    const digest = blockDigests.subarray(number * 32, number * 32 + 32);
    if (!createHash('sha256').update(block).digest().equals(digest)) throw new DamagedContent(sha256);
    const start = number * blockBytes;
    yield block.subarray(Math.max(0, from - start), Math.min(block.length, to + 1 - start));
    number++;
  }
}

/** The stream in blocks, each whole but the last. Bytes that are missing, or that the store does not give, are damage. */
async function* blocksOf(store: Source, sha256: string, from: number, end: number): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(Math.min(blockBytes, end - from));
  let filled = 0;
  let left = end - from;
  for await (const chunk of await store.open(sha256, from, end - 1)) {
    for (let rest = chunk as Buffer; rest.length;) {
      const taken = rest.copy(block, filled);
      filled += taken;
      left -= taken;
      rest = rest.subarray(taken);
      if (filled < block.length) continue;
      yield block;
      block = Buffer.allocUnsafe(Math.min(blockBytes, left));
      filled = 0;
      if (!left) return;
    }
  }
  if (left) throw new DamagedContent(sha256);
}
