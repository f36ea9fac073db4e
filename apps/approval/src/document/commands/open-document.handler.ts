import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DocumentLink, OpenDocument } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { seen } from '../../case/case-sight.js';
import { Documents } from '../documents.js';
import { PaperFiles } from '../paper-files.js';

/** A link to the paper of a document, for whoever may see the case. Opening is recorded. */
@Injectable()
export class OpenDocumentHandler {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: Documents,
    private readonly files: PaperFiles,
  ) {}

  /** @throws DomainError `not_found`, `approval.document.not_ready` */
  async execute({ documentId }: OpenDocument, ctx: Ctx): Promise<DocumentLink> {
    const document = await this.documents.find(this.source.manager, { id: documentId });
    if (!document) throw new DomainError('not_found', { id: documentId });
    await seen(this.source.manager, document.caseId, ctx.actor).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'not_found' ? new DomainError('not_found', { id: documentId }) : error;
    });
    if (!document.fileId) throw new DomainError('approval.document.not_ready');
    const link = await this.files.link(document.fileId, ctx);
    return this.unitOfWork.run(
      ctx,
      (tx) => {
        tx.touch('case_document', documentId);
        return Promise.resolve(link);
      },
      { keep: false },
    );
  }
}
