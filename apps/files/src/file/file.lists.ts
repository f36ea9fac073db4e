import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type FileList, type FileView, type ListAttached, type ListFiles } from '@karez/contracts-files';
import type { Page } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { FilesConfig } from '../config.js';
import { StoredFile } from './file.entity.js';
import { type FileFacts, fileView } from './file.view.js';

const columns = ['id', 'name', 'size', 'state', 'mediaType', 'sha256', 'sm3', 'reason', 'reasonParams', 'uploaderRealm', 'uploaderId', 'uploaderName', 'orgId', 'createdAt', 'receivedAt', 'checkedAt']; // prettier-ignore
const unique = { sql: 'file.id', cast: 'uuid' } as const;
const orders: Record<NonNullable<ListFiles['sort']>, Order> = {
  '-created': { by: [{ sql: 'file.created_at', cast: 'timestamptz' }, unique], direction: 'desc' },
  created: { by: [{ sql: 'file.created_at', cast: 'timestamptz' }, unique], direction: 'asc' },
  name: { by: [{ sql: 'file.name', cast: 'text' }, unique], direction: 'asc' },
  '-size': { by: [{ sql: 'file.size', cast: 'bigint' }, unique], direction: 'desc' },
};
/** How far the register is open to someone who oversees it. */
const owner = { org: 'file.org_id', person: 'file.uploader_id' };

/** Files as their uploader, an overseer and the service that holds them see them. */
@Injectable()
export class FileLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: FilesConfig,
  ) {}

  /** The caller's own files, newest first; what was discarded is gone for the caller. */
  mine(request: ListFiles, { actor }: Ctx): Promise<Page<FileView>> {
    const query = this.#files().where('file.uploader_realm = :realm and file.uploader_id = :id', { realm: actor.realm, id: actor.id });
    return this.#page(query.andWhere(`file.state <> 'discarded'`), request, actor);
  }

  register(request: ListFiles, { actor }: Ctx): Promise<Page<FileView>> {
    const { sql, params } = scopeSql(actor, 'files.file.read', owner);
    return this.#page(this.#files().where(sql, params), request, actor);
  }

  /** @throws DomainError `not_found` for a file that is neither the caller's nor in the caller's reach */
  async one(fileId: string, { actor }: Ctx): Promise<FileView> {
    const { sql, params } = scopeSql(actor, 'files.file.read', owner);
    const own = 'file.uploader_realm = :realm and file.uploader_id = :actor';
    const query = this.#files().where('file.id = :fileId', { fileId });
    const row = await query.andWhere(`(${own} or ${sql})`, { realm: actor.realm, actor: actor.id, ...params }).getRawOne<Raw>();
    if (!row) throw new DomainError('not_found', { id: fileId });
    return fileView(factsOf(row), actor, this.config.unscanned);
  }

  /** What the calling service holds for one of its things, in the order in which it was attached. */
  async attached({ thing, thingId }: ListAttached, { actor }: Ctx): Promise<FileList> {
    const held = 'held.file_id = file.id and held.service = :service and held.thing = :thing and held.thing_id = :thingId';
    const query = this.#files().innerJoin('attachment', 'held', held, { service: actor.id, thing, thingId });
    const rows = await query.orderBy('held.attached_at').addOrderBy('file.id').getRawMany<Raw>();
    return { items: rows.map((row) => fileView(factsOf(row), actor, this.config.unscanned)) };
  }

  #files(): SelectQueryBuilder<StoredFile> {
    return this.source
      .createQueryBuilder(StoredFile, 'file')
      .select(columns.map((column) => `file.${column}`))
      .leftJoin('content', 'content', 'content.sha256 = file.sha256')
      .addSelect('content.damaged_at is not null', 'damaged')
      .addSelect('exists (select 1 from attachment where attachment.file_id = file.id)', 'attached');
  }

  #page(query: SelectQueryBuilder<StoredFile>, request: ListFiles, actor: Actor): Promise<Page<FileView>> {
    if (request.state) query.andWhere('file.state = :state', { state: request.state });
    if (request.q) query.andWhere('file.name ilike :q', { q: `%${request.q.replace(/[\\%_]/g, '\\$&')}%` });
    return keysetPage(query, request, { orders, view: (raw) => fileView(factsOf(raw), actor, this.config.unscanned) });
  }
}

type Raw = Record<string, unknown>;
const snake = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();

function factsOf(raw: Raw): FileFacts {
  const row = Object.fromEntries(columns.map((column) => [column, raw[`file_${snake(column)}`]]));
  return { ...row, size: Number(row.size), damaged: raw.damaged, attached: raw.attached } as FileFacts;
}
