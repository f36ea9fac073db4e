import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type NodeChunk, nodeChunkBytes, type NodeWant } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { StoredBytes } from '../document/stored-bytes.js';
import type { ByteSource } from '../layout-file/byte-source.js';
import type { Peer } from './peer.js';

/** A little less than the link of a file lives. */
const openMs = 4 * 60_000;
const mostOpen = 20;

/** Bytes of this node's documents for another node: only of files whose letter waits for it. */
@Injectable()
export class OwnFiles {
  readonly #open = new Map<string, { readonly bytes: ByteSource; readonly until: number }>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly stored: StoredBytes,
  ) {}

  /** @throws DomainError `exchange.node.bytes_unknown`, `service.unavailable` */
  async chunk(peer: Peer, { sm3, offset }: NodeWant): Promise<NodeChunk> {
    const bytes = await this.#bytesOf(peer, sm3);
    if (!Number.isSafeInteger(offset) || offset < 0 || offset >= bytes.size) throw new DomainError('exchange.node.bytes_unknown');
    const piece = await bytes.read(offset, nodeChunkBytes);
    return { sm3, offset, bytes: Buffer.from(piece).toString('base64') };
  }

  async #bytesOf({ nodeId }: Peer, sm3: string): Promise<ByteSource> {
    const name = `${nodeId} ${sm3}`;
    const open = this.#open.get(name);
    if (open && open.until > Date.now()) return open.bytes;
    const [file] = await this.source.query<{ fileId: string }[]>(
      `select file ->> 'fileId' as "fileId" from letter join delivery on delivery.id = letter.delivery_id
         join sealed_document on sealed_document.digest = delivery.digest cross join jsonb_array_elements(sealed_document.files) file
       where letter.node_id = $1 and letter.kind = 'consign' and letter.state <> 'done' and file ->> 'sm3' = $2 limit 1`,
      [nodeId, sm3],
    );
    if (!file) throw new DomainError('exchange.node.bytes_unknown');
    const bytes = await this.stored.open(file.fileId, traceparent());
    if (this.#open.size >= mostOpen) this.#open.clear();
    this.#open.set(name, { bytes, until: Date.now() + openMs });
    return bytes;
  }
}
