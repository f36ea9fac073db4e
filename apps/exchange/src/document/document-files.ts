import { Injectable } from '@nestjs/common';
import type { FileOfDocument } from '@karez/contracts-exchange';
import { attachmentApi, type FileView } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';
import type { EntityManager } from 'typeorm';

const thing = 'document';

/** The files of a document: rows here, bytes and their state in files. */
@Injectable()
export class DocumentFiles {
  constructor(private readonly remote: Remote) {}

  /**
   * Takes the files for a document, before its transaction; what was attached twice stays attached once.
   * @throws DomainError `exchange.document.file_unknown`, or the refusal of files
   */
  async attach(documentId: string, files: readonly FileOfDocument[], ctx: Ctx): Promise<void> {
    for (const { fileId } of files) {
      const request = { fileId, thing, thingId: documentId, uploaderId: ctx.actor.id };
      await this.remote.callAsSystem(attachmentApi.attachFile, request, ctx.trace).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'not_found') throw new DomainError('exchange.document.file_unknown', { fileId });
        throw error;
      });
    }
  }

  /** Lets go of files that no document names; files forgets them after some days. */
  async detach(documentId: string, fileIds: readonly string[], trace: string): Promise<void> {
    for (const fileId of fileIds) await this.remote.callAsSystem(attachmentApi.detachFile, { fileId, thing, thingId: documentId }, trace);
  }

  /** How the files stand now, by id. */
  async states(documentId: string, trace: string): Promise<ReadonlyMap<string, FileView>> {
    const { items } = await this.remote.callAsSystem(attachmentApi.listAttached, { thing, thingId: documentId }, trace);
    return new Map(items.map((file) => [file.id, file]));
  }

  async write(manager: EntityManager, documentId: string, files: readonly FileOfDocument[]): Promise<void> {
    await manager.query('delete from document_file where document_id = $1', [documentId]);
    for (const [index, { fileId, role }] of ordered(files).entries())
      await manager.query(
        'insert into document_file (document_id, file_id, role, ordinal) values ($1, $2, $3, $4) on conflict do nothing',
        [...[documentId, fileId, role, index + 1]],
      );
  }

  read(manager: EntityManager, documentId: string): Promise<(FileOfDocument & { ordinal: number })[]> {
    return manager.query('select file_id as "fileId", role, ordinal from document_file where document_id = $1 order by ordinal', [
      documentId,
    ]);
  }
}

/** The layout file first, the attachments as they were named. */
const ordered = (files: readonly FileOfDocument[]): FileOfDocument[] => [
  ...files.filter(({ role }) => role === 'layout'),
  ...files.filter(({ role }) => role !== 'layout'),
];
