import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CryptoProvider } from '@karez/crypto';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { paperPurpose, paperStatementOf, titleOf } from './document-row.js';
import { Documents, makePaperTask } from './documents.js';
import { PaperFiles } from './paper-files.js';
import { Printer } from './printer.js';
import { Seal } from './seal.js';

/** Prints an issued document and stores the paper, outside the act that issued it. Tried again until it is there. */
@Injectable()
export class MakePaperTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly documents: Documents,
    private readonly printer: Printer,
    private readonly files: PaperFiles,
    private readonly seal: Seal,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  @OnTask(makePaperTask)
  async make(task: DueTask<{ documentId: string }>): Promise<void> {
    const document = await this.documents.find(this.source.manager, { id: task.payload.documentId });
    if (!document || document.fileId) return;
    const paper = await this.printer.print(document);
    const digest = this.crypto.digest(paper).toString('hex');
    const fileId = await this.files.store(document.id, `${titleOf(document)}（${document.number}）.pdf`, paper, task.trace);
    await task.complete(async ({ manager, ctx }) => {
      const seal = await this.seal.sign(manager, paperStatementOf(document, digest), paperPurpose, ctx.now);
      await manager.query(
        'update case_document set file_id = $2, digest = $3, paper_seal = $4, made_at = $5 where id = $1 and file_id is null',
        [document.id, fileId, digest, JSON.stringify(seal), ctx.now],
      );
    });
  }
}
