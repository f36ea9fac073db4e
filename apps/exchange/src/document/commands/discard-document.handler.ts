import { Injectable } from '@nestjs/common';
import type { GetDocument } from '@karez/contracts-exchange';
import { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DocumentFiles } from '../document-files.js';
import { OfficialDocument } from '../document.entity.js';

/** A draft is given up; its number is free again. */
@Injectable()
export class DiscardDocumentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: DocumentFiles,
  ) {}

  async execute({ documentId }: GetDocument, ctx: Ctx): Promise<Empty> {
    const { fileIds } = await this.unitOfWork.run(ctx, async (tx) => {
      const document = await tx.loadInScope(OfficialDocument, documentId, 'exchange.document.write', (alias) => ({
        org: `${alias}.org_id`,
      }));
      document.discard();
      await tx.save(document);
      return { fileIds: (await this.files.read(tx.manager, documentId)).map(({ fileId }) => fileId) };
    });
    await this.files.detach(documentId, fileIds, ctx.trace);
    return new Empty();
  }
}
