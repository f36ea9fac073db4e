import { Injectable } from '@nestjs/common';
import type { DocumentView, GetDocument } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { DocumentViews } from '../document.views.js';
import { OfficialDocument } from '../document.entity.js';
import { assertComplete } from '../elements.policy.js';
import { FilesForSealing } from '../files-for-sealing.js';
import { SealedDocuments } from '../sealed-document.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });

/** 封装: the body signs document and files as they stand; nothing of it changes any more. */
@Injectable()
export class SealDocumentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly files: FilesForSealing,
    private readonly sealed: SealedDocuments,
    private readonly views: DocumentViews,
  ) {}

  async execute({ documentId }: GetDocument, ctx: Ctx): Promise<DocumentView> {
    const files = await this.files.of(documentId, ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      const document = await tx.loadInScope(OfficialDocument, documentId, 'exchange.document.seal', owner);
      await this.files.assertUnchanged(tx.manager, documentId, files);
      assertComplete(document.elements, files);
      const sender = await this.bodies.get(tx.manager, document.orgId);
      document.seal(await this.sealed.seal(tx, document, sender, files), ctx.actor, ctx.now);
      await tx.save(document);
      return { documentId };
    });
    return this.views.one(documentId, ctx);
  }
}
