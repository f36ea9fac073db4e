import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NodeChunk, NodeWant } from '@karez/contracts-exchange';
import { attachmentApi, type FileView, receivingApi } from '@karez/contracts-files';
import { DomainError, newId } from '@karez/kernel';
import { Remote, traceparent } from '@karez/messaging';
import { DataSource } from 'typeorm';
import type { HeldFile, SealedFile } from '../document/sealed-document.js';
import { LayoutReader } from '../document/layout-reader.js';
import type { Peer } from './peer.js';

const thing = 'incoming_file';
const layoutTypes = ['application/pdf', 'application/ofd'];

/** How far a file of another node's document is: here and looked at (perhaps unfit), still wanted, or being looked at. */
export type Arrived = { readonly held: HeldFile } | { readonly wanted: NodeWant } | { readonly waiting: true };

interface Row {
  readonly id: string;
  readonly fileId: string | null;
}

/** Files that come from another node piece by piece, into the quarantine that every upload goes through. */
@Injectable()
export class ForeignFiles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly remote: Remote,
    private readonly layouts: LayoutReader,
  ) {}

  /** @throws DomainError `exchange.node.bytes_differ`, `exchange.layout.…`, and what files refuses from the beginning */
  async arrived(peer: Peer, file: SealedFile): Promise<Arrived> {
    const row = await this.#row(peer, file.sm3);
    const view = await this.#view(row);
    if (!view || view.state === 'receiving' || view.state === 'discarded') return this.#begin(row, file);
    if (view.state === 'quarantined') return { waiting: true };
    const { role, ordinal, name, size, mediaType, sm3 } = file;
    const named = { role, ordinal, name, size, mediaType, sm3, fileId: view.id };
    if (!view.readable || !view.mediaType) return { held: { ...named, unfit: view.reason ?? 'files.file.not_usable' } };
    if (view.sm3 !== sm3) {
      await this.#forget(row, view.id);
      throw new DomainError('exchange.node.bytes_differ', { name });
    }
    const layout = layoutTypes.includes(view.mediaType) ? await this.layouts.read(view.id, view.mediaType, traceparent()) : undefined;
    return { held: { ...named, ...(view.checkedAt && { checkedAt: view.checkedAt }), ...(layout && { layout }) } };
  }

  /** @returns what is still wanted of that file @throws DomainError `exchange.node.bytes_unknown` for a file that no letter named */
  async take(peer: Peer, { sm3, offset, bytes }: NodeChunk): Promise<NodeWant | undefined> {
    const [row] = await this.source.query<Row[]>('select id, file_id as "fileId" from incoming_file where node_id = $1 and sm3 = $2', [
      ...[peer.nodeId, sm3],
    ]);
    if (!row?.fileId) throw new DomainError('exchange.node.bytes_unknown');
    const got = await this.remote.callAsSystem(receivingApi.receiveBytes, { fileId: row.fileId, offset, bytes }, traceparent());
    return got.offset < got.size ? { sm3, offset: got.offset } : undefined;
  }

  async #begin(row: Row, { sm3, name, size }: SealedFile): Promise<Arrived> {
    const begun = await this.remote.callAsSystem(receivingApi.beginReceiving, { name, size, thing, thingId: row.id }, traceparent());
    await this.source.query('update incoming_file set file_id = $2 where id = $1 and file_id is distinct from $2', [row.id, begun.fileId]);
    return begun.offset < begun.size ? { wanted: { sm3, offset: begun.offset } } : { waiting: true };
  }

  async #row({ nodeId }: Peer, sm3: string): Promise<Row> {
    await this.source.query('insert into incoming_file (id, node_id, sm3) values ($1, $2, $3) on conflict do nothing', [
      ...[newId(), nodeId, sm3],
    ]);
    const [row] = await this.source.query<[Row]>('select id, file_id as "fileId" from incoming_file where node_id = $1 and sm3 = $2', [
      ...[nodeId, sm3],
    ]);
    return row;
  }

  async #view({ id, fileId }: Row): Promise<FileView | undefined> {
    if (!fileId) return undefined;
    const { items } = await this.remote.callAsSystem(attachmentApi.listAttached, { thing, thingId: id }, traceparent());
    return items.find((file) => file.id === fileId);
  }

  async #forget({ id }: Row, fileId: string): Promise<void> {
    await this.source.query('delete from incoming_file where id = $1', [id]);
    await this.remote.callAsSystem(attachmentApi.detachFile, { fileId, thing, thingId: id }, traceparent());
  }
}
