import { createHash, type Hash } from 'node:crypto';

/** The piece in which stored bytes are checked before they are served. */
export const blockBytes = 1024 * 1024;

/** What one pass over the bytes tells. */
export interface Digests {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
  readonly size: number;
  /** The SHA-256 of each MiB, one after the other. */
  readonly blockDigests: Buffer;
}

/** SHA-256 (FIPS 180-4) and SM3 (GB/T 32905) of the whole, and the SHA-256 of each block, in one pass and constant memory. */
export async function digestsOf(bytes: AsyncIterable<Buffer>): Promise<Digests> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  const blocks = new BlockDigests();
  let size = 0;
  for await (const chunk of bytes) {
    sha256.update(chunk);
    sm3.update(chunk);
    blocks.update(chunk);
    size += chunk.length;
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size, blockDigests: blocks.digests() };
}

class BlockDigests {
  readonly #done: Buffer[] = [];
  #open: Hash | undefined;
  #filled = 0;

  update(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + blockBytes - this.#filled);
      this.#open ??= createHash('sha256');
      this.#open.update(piece);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === blockBytes) this.#close();
    }
  }

  digests(): Buffer {
    if (this.#open) this.#close();
    return Buffer.concat(this.#done);
  }

  #close(): void {
    this.#done.push(this.#open!.digest());
    this.#open = undefined;
    this.#filled = 0;
  }
}
